import type { PlainMessageKey } from '@shared/messages/message-key';
import type { Shortcut } from './shortcut';

interface PlaceShortcuts {
  readonly place: PlainMessageKey;
  readonly keys: readonly { readonly label: PlainMessageKey; readonly shortcuts: readonly Shortcut[] }[];
}

/** Keys that a part of a page or window takes by itself, place by place: what the sheet shows besides the commands. */
export const placeShortcuts: readonly PlaceShortcuts[] = [
  {
    place: 'palette.placePalette',
    keys: [
      { label: 'palette.keyMove', shortcuts: [['ArrowUp'], ['ArrowDown']] },
      { label: 'palette.keyPage', shortcuts: [['PageUp'], ['PageDown']] },
      { label: 'palette.keyEnds', shortcuts: [['Home'], ['End']] },
      { label: 'palette.keyGroup', shortcuts: [['Tab'], ['Shift+Tab']] },
      { label: 'palette.keyOpen', shortcuts: [['Enter']] },
      { label: 'palette.keyWindow', shortcuts: [['Mod+Enter']] },
      { label: 'palette.keyOnlyCommands', shortcuts: [['>']] },
      { label: 'palette.keyClose', shortcuts: [['Escape']] },
    ],
  },
  {
    place: 'palette.placeGrid',
    keys: [
      { label: 'palette.keyCell', shortcuts: [['ArrowUp'], ['ArrowDown'], ['ArrowLeft'], ['ArrowRight']] },
      { label: 'palette.keyRowEnds', shortcuts: [['Home'], ['End']] },
      { label: 'palette.keyGridEnds', shortcuts: [['Mod+Home'], ['Mod+End']] },
      { label: 'palette.keyGridPage', shortcuts: [['PageUp'], ['PageDown']] },
      { label: 'palette.keyType', shortcuts: [['0\u20139']] },
      { label: 'palette.keyEdit', shortcuts: [['Enter'], ['F2']] },
      { label: 'palette.keyClear', shortcuts: [['Delete'], ['Backspace']] },
      { label: 'palette.keyKeep', shortcuts: [['Enter']] },
      { label: 'palette.keyDrop', shortcuts: [['Escape']] },
    ],
  },
  {
    place: 'palette.placeReviews',
    keys: [{ label: 'palette.keyPerson', shortcuts: [['Alt+ArrowUp'], ['Alt+ArrowDown']] }],
  },
  {
    place: 'palette.placeLists',
    keys: [
      { label: 'palette.keyRow', shortcuts: [['ArrowUp'], ['ArrowDown']] },
      { label: 'palette.keyOpenRow', shortcuts: [['Enter'], ['Space']] },
    ],
  },
  {
    place: 'palette.placeDialogs',
    keys: [
      { label: 'palette.keyField', shortcuts: [['Tab'], ['Shift+Tab']] },
      { label: 'palette.keyDialogClose', shortcuts: [['Escape']] },
    ],
  },
];
