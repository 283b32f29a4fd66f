import {
  ActionIcon, Badge, Button, Checkbox, Drawer, type CSSVariablesResolver, Input, InputWrapper, Kbd, Menu, Modal, Notification, Paper, Popover, Progress, SegmentedControl, Select, Switch, Tooltip,
  createTheme,
} from '@mantine/core';
import styles from './theme.module.css';

/** CSS modules answer `string | undefined`; Mantine wants names only. */
const names = (classes: Record<string, string | undefined>): Record<string, string> => Object.fromEntries(Object.entries(classes).map(([part, name]) => [part, name ?? '']));

/** The tokens of the look (tokens.css) as Mantine understands them: Mantine's parts and our own draw from one source. */
export const theme = createTheme({
  primaryColor: 'brand',
  colors: { brand: ['#eef3fd', '#e3ebfb', '#c7d7f7', '#9fbaf2', '#6f9bff', '#4a7be6', '#2b5fd9', '#2350bd', '#1c419a', '#152f70'] },
  primaryShade: { light: 6, dark: 4 },
  autoContrast: true,
  fontFamily: 'var(--font)',
  fontSizes: { xs: 'var(--size-xs)', sm: 'var(--size-sm)', md: 'var(--size-md)', lg: 'var(--size-lg)', xl: 'var(--size-xl)' },
  spacing: { xs: 'var(--gap-1)', sm: 'var(--gap-2)', md: 'var(--gap-3)', lg: 'var(--gap-4)', xl: 'var(--gap-6)' },
  radius: { xs: 'var(--radius-sm)', sm: 'var(--radius)', md: '8px' },
  defaultRadius: 'sm',
  headings: { fontWeight: '600', sizes: { h1: { fontSize: 'var(--size-md)' }, h2: { fontSize: 'var(--size-sm)' } } },
  lineHeights: { md: '1.5' },
  shadows: { sm: 'var(--shadow)', md: 'var(--shadow)' },
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray', size: 28 }, classNames: names({ root: styles['actionIcon'] }) }),
    Badge: Badge.extend({ defaultProps: { variant: 'light', radius: 'xs', tt: 'none', fw: 400, h: 20 } }),
    Button: Button.extend({
      defaultProps: { size: 'xs', variant: 'default' },
      classNames: names({ root: styles['button'], section: styles['buttonSection'] }),
      vars: (_theme, { variant, color }) => ({ root: variant === 'filled' && color === undefined ? { '--button-color': 'var(--primary-ink)' } : {} }),
    }),
    Checkbox: Checkbox.extend({ defaultProps: { size: 'xs' } }),
    Input: Input.extend({ defaultProps: { size: 'xs' }, classNames: names({ input: styles['input'] }) }),
    InputWrapper: InputWrapper.extend({
      defaultProps: { size: 'xs', inputWrapperOrder: ['label', 'input', 'description', 'error'] },
      classNames: names({ label: styles['label'], description: styles['description'], error: styles['error'] }),
    }),
    Drawer: Drawer.extend({ classNames: names({ overlay: styles['overlay'], content: styles['paper'], header: styles['paper'] }) }),
    Kbd: Kbd.extend({ defaultProps: { size: 'xs' } }),
    // The first entry takes the focus; an empty place for it before the entries is no entry, says axe.
    Menu: Menu.extend({ defaultProps: { shadow: 'md', withInitialFocusPlaceholder: false }, classNames: names({ dropdown: styles['floating'] }) }),
    Modal: Modal.extend({ defaultProps: { shadow: 'md', centered: true }, classNames: names({ overlay: styles['overlay'], content: styles['paper'], header: styles['paper'] }) }),
    // It goes by itself; Mantine's cross has no name that a screen reader could say.
    Notification: Notification.extend({ defaultProps: { withCloseButton: false } }),
    Paper: Paper.extend({ defaultProps: { withBorder: true }, classNames: names({ root: styles['paper'] }) }),
    Popover: Popover.extend({ defaultProps: { shadow: 'md' }, classNames: names({ dropdown: styles['floating'] }) }),
    Progress: Progress.extend({ defaultProps: { size: 8, radius: 2 }, classNames: names({ root: styles['track'] }) }),
    SegmentedControl: SegmentedControl.extend({ defaultProps: { size: 'xs', withItemsBorders: false }, classNames: names({ root: styles['segments'], label: styles['segment'], indicator: styles['segmentMark'] }) }),
    Select: Select.extend({ defaultProps: { size: 'xs', allowDeselect: false } }),
    Switch: Switch.extend({ defaultProps: { size: 'xs' } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 400 } }),
  },
});

const fromTokens = {
  '--mantine-color-body': 'var(--desk)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-3)',
  '--mantine-color-placeholder': 'var(--ink-3)',
  '--mantine-color-default': 'var(--paper)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line-3)',
  '--mantine-color-default-hover': 'var(--hover)',
  '--mantine-color-error': 'var(--behind-ink)',
  '--mantine-color-anchor': 'var(--ontrack-ink)',
  '--mantine-color-disabled': 'var(--quiet-bg)',
  '--mantine-color-disabled-color': 'var(--ink-3)',
  '--mantine-color-disabled-border': 'var(--line)',
  '--mantine-primary-color-filled': 'var(--primary)',
  '--mantine-primary-color-contrast': 'var(--primary-ink)',
  '--mantine-primary-color-light': 'var(--pick)',
  '--mantine-color-gray-light-color': 'var(--ink-2)',
  '--mantine-color-gray-light-hover': 'var(--hover)',
};

/** Mantine's colour variables, all taken from the tokens; the tokens themselves follow the scheme. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: { '--input-height-xs': 'var(--control)', '--button-height-xs': 'var(--control)' },
  light: fromTokens,
  dark: fromTokens,
});
