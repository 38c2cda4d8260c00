// A thread's entry: opens the compiled program there too, and judges one document after the other by a grammar.
import { parentPort, workerData } from 'node:worker_threads';
import { openProgram } from '../program/open.mjs';

const { grammarWork } = await openProgram();
const { judgeBy } = await grammarWork();
const judge = judgeBy(workerData);
parentPort.on('message', async (document) => parentPort.postMessage(await judge(document)));
