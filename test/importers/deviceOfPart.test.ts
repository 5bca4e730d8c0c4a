import { expect, it } from 'vitest';
import { deviceOfPart, nearestDevice } from '../../src/importers/deviceOfPart.ts';
import { builtin } from '../support/loadScenario.ts';

const { datasets } = builtin();

// Part numbers as Quartus and Vivado reports of public repositories and the makers' kits name them.
it.each([
  ['1SX280HN2F43E2VG', '1sg280'],
  ['1SG280LU2F50E2VG', '1sg280'],
  ['1SM21BHU2F53E1VG', '1sm21'],
  ['5CSEBA6U23I7', '5csea6'],
  ['5CSEMA5F31C6', '5csea5'],
  ['5CSXFC6D6F31C6', '5csea6'],
  ['5CEBA4F23C7', '5cea4'],
  ['5SGXEA7N2F45C2', '5sgxea7'],
  ['10AX115N3F40E2SG', 'arria10-gx1150'],
  ['10AX066H2F34E2SG', 'arria10-gx660'],
  ['10AT115S1F45E1SG', 'arria10-gx1150'],
  ['AGFB014R24B2E2V', 'agf014'],
  ['AGFC023R25A2E2VR0', 'agf023'],
  ['AGIB027R29A1E1VB', 'agi027'],
  ['AGMF039R47A1E1VC', 'agm039'],
  ['A5ED065BB32AE6SR0', 'a5e065b'],
  ['A5EB013BB23BE4SCS', 'a5e013b'],
  ['10M50DAF484C7G', '10m50'],
  ['EP4CE22F17C6', 'ep4ce22'],
  ['10CX220YF780I5G', '10cx220'],
  ['7a100tcsg324-1', 'xc7a100t'],
  ['xcu280-fsvh2892-2L-e', 'xcu280'],
])('takes %s for %s', (part, device) => {
  expect(deviceOfPart(datasets, part)?.key).toBe(device);
});

// A TX has other tiles and an ARM other blocks: what no source says to be the same is not.
it.each([
  ['EP4CE115F29C7', 'ep4ce22'],
  ['1ST280EY2F55E2VG', '1sg280'],
  ['5CGXFC7C7F23C8', '5csea5'],
  ['A5ED065AB32AE1V', 'a5e065b'],
  ['xczu3cg-sbva484-1-e', 'xczu3eg'],
  ['nothing', undefined],
])('takes %s for no device', (part, near) => {
  expect(deviceOfPart(datasets, part)).toBeUndefined();
  expect(nearestDevice(datasets, part)).toBe(near);
});

it('refuses a part that two devices name', () => {
  const table = datasets.get('devices');
  if (table === undefined) throw new Error('there are no devices');
  const rows = table.rows.map((row) =>
    row.key === 'agf023' ? { ...row, cells: { ...row.cells, parts: 'agfb014' } } : row,
  );
  const both = new Map([...datasets, ['devices', { ...table, rows }]]);
  expect(() => deviceOfPart(both, 'AGFB014R24B2E2V')).toThrow('could be agf014 or agf023');
});
