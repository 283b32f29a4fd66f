import type { ReactNode } from 'react';
import type { PackTable, Piece, RowPiece } from './piece';

interface FlowPiecesProps {
  readonly pieces: readonly Piece[];
  /** Only to measure: of a table whose rows are all one line high, the first row speaks for the others. */
  readonly sample?: boolean;
}

/** Draws pieces in order; neighbouring rows of one table share one table element with its head. */
export function FlowPieces({ pieces, sample = false }: FlowPiecesProps) {
  const drawn: ReactNode[] = [];
  let rows: RowPiece[] = [];
  const flush = () => {
    const [first] = rows;
    if (first) drawn.push(<FlowTable key={`table:${first.key}`} table={first.table} rows={rows} />);
    rows = [];
  };
  for (const piece of pieces) {
    if (piece.kind === 'row') {
      if (rows[0] && rows[0].table.id !== piece.table.id) flush();
      if (!sample || !piece.table.uniform || rows.length === 0) rows.push(piece);
    } else {
      flush();
      drawn.push(<div key={piece.key} className="piece" data-piece={piece.key}>{piece.content}</div>);
    }
  }
  flush();
  return <>{drawn}</>;
}

function FlowTable({ table, rows }: { readonly table: PackTable; readonly rows: readonly RowPiece[] }) {
  return (
    <table className={table.className}>
      <colgroup>{table.columns.map((width, index) => <col key={index} style={width === '' ? {} : { width: `${width}mm` }} />)}</colgroup>
      <thead data-table={table.id}>{table.head}</thead>
      <tbody>{rows.map((row) => <tr key={row.key} data-piece={row.key} className={row.className}>{row.content}</tr>)}</tbody>
    </table>
  );
}
