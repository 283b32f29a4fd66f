import { Modal } from '@mantine/core';
import { useMessages } from '@renderer/i18n/use-messages';
import type { Command } from './command';
import { Keys } from './keys';
import { placeShortcuts } from './place-shortcuts';
import type { Shortcut } from './shortcut';
import styles from './shortcut-sheet.module.css';

interface ShortcutSheetProps {
  readonly commands: readonly Command[];
  readonly onClose: () => void;
}

interface Line {
  readonly id: string;
  readonly label: string;
  readonly shortcuts: readonly Shortcut[];
}

/** Every shortcut of the program by the place where it works: those of the commands as the commands have them. */
export function ShortcutSheet({ commands, onClose }: ShortcutSheetProps) {
  const { t } = useMessages();
  const withKeys = (place: Command['place']): Line[] => commands.filter((command) => command.place === place && command.shortcuts.length > 0);
  const places = [
    { name: t('palette.placeGeneral'), lines: withKeys('general') },
    { name: t('palette.placePages'), lines: withKeys('pages') },
    ...placeShortcuts.map(({ place, keys }) => ({ name: t(place), lines: keys.map(({ label, shortcuts }): Line => ({ id: label, label: t(label), shortcuts })) })),
  ];
  return (
    <Modal opened onClose={onClose} title={t('palette.shortcuts')} size={1120} returnFocus={false} transitionProps={{ duration: 0 }} closeButtonProps={{ 'aria-label': t('ui.close') }}>
      <div className={styles['places']} tabIndex={-1} data-autofocus>
        {places.map(({ name, lines }) => (
          <section key={name} className={styles['place']} aria-label={name}>
            <h3>{name}</h3>
            <dl>
              {lines.map(({ id, label, shortcuts }) => (
                <div key={id} className={styles['line']}>
                  <dt>{label}</dt>
                  <dd>
                    {shortcuts.map((shortcut, at) => (
                      <span key={shortcut.join(' ')}>
                        {at > 0 && <i aria-label={t('palette.keyOr')}> / </i>}
                        <Keys shortcut={shortcut} />
                      </span>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className={styles['note']}>{t('palette.sheetNote')}</p>
    </Modal>
  );
}
