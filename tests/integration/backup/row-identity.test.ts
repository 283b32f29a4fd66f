import { expect, test } from 'vitest';
import { BackupDesk, installMemoryKeeper, orderLines } from './backup-desk';

/** Change these only with a migration: rows imported before would no longer be recognised, nor come to the hash of a copy. */
test('identity and content of a row are hashed as they always were, so that files of before are recognised and copies compare', async () => {
  const desk = await BackupDesk.open(installMemoryKeeper());
  await desk.importText(orderLines(1), 'a.csv');
  const [hot] = await desk.ws.db.table('hotSegments').toArray();
  expect([hot.keyHi[0], hot.keyLo[0], hot.contentHi[0], hot.contentLo[0]]).toEqual([3_487_452_262, 301_659_845, 2_121_935_741, 3_539_718_348]);
  await desk.ws.close();
});
