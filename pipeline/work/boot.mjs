// A thread's entry: opens the compiled program there too, then hands over.
import { openProgram } from '../program/open.mjs';

const { threadWork } = await openProgram();
const { default: work } = await threadWork();

export default work;
