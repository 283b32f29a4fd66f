import type { ChartTableData } from './chart-frame';
import styles from './chart-room.module.css';

interface ChartTableProps {
  readonly caption: string;
  readonly table: ChartTableData;
  readonly onSelect?: ((index: number) => void) | undefined;
  readonly onSelectPart?: ((index: number, part: number) => void) | undefined;
  /** The mark (and its part) that the keyboard stands on; null = none. */
  readonly onPoint: (index: number | null, part?: number) => void;
  readonly openLabel: (name: string) => string;
}

/** The figures of a chart as a table: not seen, but read aloud and walked by the keyboard. */
export function ChartTable({ caption, table, onSelect, onSelectPart, onPoint, openLabel }: ChartTableProps) {
  return (
    <div className={styles['hidden']}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>{table.head.map((head) => <th key={head} scope="col">{head}</th>)}</tr>
        </thead>
        <tbody>
          {table.rows.map(([name = '', ...cells], index) => (
            <tr key={`${index}-${name}`}>
              <th scope="row">
                {onSelect
                  ? <button type="button" aria-label={openLabel(name)} onClick={() => onSelect(index)} onFocus={() => onPoint(index)} onBlur={() => onPoint(null)}>{name}</button>
                  : name}
              </th>
              {cells.map((cell, column) => {
                const head = table.head[column + 1] ?? '';
                return (
                  <td key={head}>
                    {onSelectPart && column < (table.parts ?? 0)
                      ? <button type="button" aria-label={openLabel(`${name} · ${head} ${cell}`)} onClick={() => onSelectPart(index, column)} onFocus={() => onPoint(index, column)} onBlur={() => onPoint(null)}>{cell}</button>
                      : cell}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
