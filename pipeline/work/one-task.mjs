// A thread's entry: opens the compiled program there too, and does one task.
import { parentPort, workerData } from 'node:worker_threads';
import { openProgram } from '../program/open.mjs';

const { threadWork } = await openProgram();
const { default: work } = await threadWork();
parentPort.postMessage(await work(workerData));
