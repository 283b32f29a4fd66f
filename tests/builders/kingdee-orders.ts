import type { CsvTable } from './csv-table';

/** One order line as it stands in the file: day/month/year, amounts in 元. */
export interface OrderCells {
  readonly number: string;
  readonly date: string;
  readonly customer: string;
  readonly owner: string;
  readonly amount: string;
  /** Amount after discount: a column that no field is proposed for. */
  readonly discounted: string;
  readonly status?: string;
}

const HEADERS = ['单据编号', '行号', '日期', '客户', '销售员', '物料名称', '渠道', '销售数量', '价税合计', '折后实收', '单据状态'];

/** Orders as 金蝶 exports them. */
export function kingdeeOrders(orders: readonly OrderCells[]): CsvTable {
  return { headers: HEADERS, rows: orders.map(({ number, date, customer, owner, amount, discounted, status = '已审核' }) => [number, '1', date, customer, owner, 'Delve', '直销', '1', amount, discounted, status]) };
}

/** As many different order lines as wanted, all in 2024, dates written plainly. */
export function manyOrders(count: number): CsvTable {
  return kingdeeOrders(
    Array.from({ length: count }, (_, at) => {
      const amount = `${100 + (at % 7_000)}.${String(at % 100).padStart(2, '0')}`;
      return {
        number: `M${at}`,
        date: `2024-${String(1 + (at % 12)).padStart(2, '0')}-${String(1 + (at % 28)).padStart(2, '0')}`,
        customer: `Customer ${at % 900}`,
        owner: 'Ada Birch',
        amount,
        discounted: amount,
      };
    }),
  );
}
