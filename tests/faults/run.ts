/**
 * `npm run faults [-- --moments N] [-- --seed N] [-- --scene WORD]`: kills runs at random moments
 * and examines the files that they leave; `npm run faults -- --serve N [--seed N]`: N random
 * sequences of events in an edition that is served.
 *
 * Returns a line for each scene on standard output; exit 1 if anything is damaged, with the seed
 * that reproduces it.
 */
import { refuse, toolOptions, wholeNumber } from '../options.ts';
import { killAt, prepareScene, removeScene } from './kill.ts';
import { randomOf } from './random.ts';
import { SCENES } from './scenes.ts';
import { serveThrough } from './serving.ts';

const EVENTS_IN_ROW = 14;

const { values } = toolOptions({
  options: {
    moments: { type: 'string' },
    seed: { type: 'string' },
    scene: { type: 'string' },
    serve: { type: 'string' },
  },
});
const moments = wholeNumber('moments', values.moments ?? '200');
const seed = wholeNumber('seed', values.seed ?? '1');
const rows = wholeNumber('serve', values.serve ?? '0');
const scenes =
  values.serve !== undefined
    ? []
    : SCENES.filter(({ name }) => values.scene === undefined || name.includes(values.scene));
if (values.serve === undefined && scenes.length === 0)
  refuse(`--scene ${values.scene}: choose one of ${SCENES.map(({ name }) => name).join(', ')}`);
let errors = 0;

for (const [at, { name, layOut, ...acts }] of scenes.entries()) {
  const scene = await prepareScene(acts, layOut);
  const random = randomOf(seed + at);
  const times = Math.ceil(moments / scenes.length);
  for (let time = 0; time < times; time++) {
    const share = random();
    for (const wrong of await killAt(scene, share)) {
      errors++;
      console.log(
        `${name}, killed after ${(share * scene.duration).toFixed(0)} ms (seed ${seed}): ${wrong}`,
      );
    }
  }
  console.log(`${name}: killed at ${times} moments of ${(scene.duration / 1000).toFixed(1)} s`);
  removeScene(scene);
}
for (let row = 0; row < rows; row++) {
  const { wrong, events, said } = await serveThrough(seed + row, EVENTS_IN_ROW);
  console.log(
    `serve, seed ${seed + row}: ${events.length} events, ${wrong.length === 0 ? 'the right site' : wrong.join('; ')}`,
  );
  if (wrong.length === 0) continue;
  errors++;
  console.log(events.join('\n'), said);
}
console.log(
  errors === 0 ? 'every file was whole, and every next run completed' : `${errors} faults`,
);
process.exitCode = errors === 0 ? 0 : 1;
