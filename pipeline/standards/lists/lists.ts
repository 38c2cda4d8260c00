/** The lists of criteria for editions. */
import type { StandardList } from '../model/model.ts';
import { ENDINGS } from './endings.ts';
import { FAIR } from './fair.ts';
import { IDE } from './ide.ts';
import { MLA } from './mla.ts';
import { RIDE } from './ride.ts';

export const LISTS: readonly StandardList[] = [IDE, RIDE, MLA, ENDINGS, FAIR];
