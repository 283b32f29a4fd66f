import { roundHalfEven } from '@shared/kernel/rounding';
import type { Membership } from '@shared/records/membership';
import type { Person } from '@shared/records/person';
import { sampleCustomers } from '../../resources/sample/customers';
import { orderLines } from '../../resources/sample/order-lines';
import { seededRandom } from '../../resources/sample/seeded-random';

/** Net sales of the sample's shape per membership and month of the year before a plan's: as the ledger would answer. */
export function lastYearActuals(people: readonly Person[], memberships: readonly Membership[]): (planId: string) => { leaves: string[]; lastYear: Float64Array } {
  const lines = orderLines(seededRandom(2), sampleCustomers(seededRandom(1))).filter(({ approved }) => approved);
  const leaves = memberships.map(({ id }) => id);
  const leafOn = (name: string, date: string) => {
    const person = people.find((each) => each.name === name);
    return memberships.findLastIndex(({ personId, from }) => personId === person?.id && (from ?? '') <= date);
  };
  return (planId) => {
    const year = String(Number(planId.slice(-4)) - 1);
    const lastYear = new Float64Array(leaves.length * 12);
    for (const line of lines) {
      const leaf = line.day.startsWith(year) ? leafOn(line.owner, line.day) : -1;
      if (leaf >= 0) lastYear[leaf * 12 + Number(line.day.slice(5, 7)) - 1]! += Number(roundHalfEven(BigInt(line.amountUnits), 100n));
    }
    return { leaves, lastYear };
  };
}
