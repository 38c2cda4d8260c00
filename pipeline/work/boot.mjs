// A thread's entry: lets Node read the TypeScript of the stages there too, then hands over.
import { register } from 'tsx/esm/api';

register();
const { default: work } = await import('./worker.ts');

export default work;
