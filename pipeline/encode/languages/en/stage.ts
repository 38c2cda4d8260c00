/** English stage directions. */
import { pattern } from '../../../core/text.ts';
import type { StageWords } from '../model/stage-words.ts';

export const englishStage: StageWords = {
  verbs:
    'enters?|re-?enters?|exits?|exeunt|goe?s?|comes?|sits?|rises?|stands?|kneels?|' +
    'kiss(?:es)?|embraces?|takes?|gives?|looks?|turns?|runs?|walks?|crosse?s?|opens?|closes?|' +
    'shuts?|picks?|drops?|falls?|draws?|fires?|reads?|writes?|sings?|dances?|laughs?|weeps?|' +
    'sobs?|smiles?|nods?|bows?|shakes?|points?|whispers?|appears?|disappears?|leaves?|' +
    'follows?|returns?|dies?|puts?|throws?|lights?|knocks?|listens?|pauses?|strikes?|begins?|' +
    '(?:is|are) (?:seen|heard|discovered)|lies? down|hides?|drinks?|pours?|fights?|retires?|' +
    'advances?',
  clitics: '(?:both |all |then |slowly |quickly |suddenly |off )?',
  subjects:
    '(?:he|she|they|it|both|all|the (?:others?|rest|curtain|lights?|lamp|door|window|bell|' +
    'clock|music|servants?|maid|boy|girl|guards?|soldiers?|crowd|orchestra)|a (?:knock|bell|' +
    'shot|shout|noise|song|dance|voice))',
  and: 'and|,',
  verbFirst: true,
  manner: pattern('iu')`
    ^(?:aside|aloud|apart|within|without|off|after a pause|a pause|pause|silence|
    (?:\p{L}+ly )?\p{L}{3,}ing(?: [^,;:!?]{1,60})?|to (?:himself|herself|themselves|the \p{L}+|
    \p{Lu}\p{L}+))[.]?$
  `,
  notManner: pattern('iu')`
    ^(?:nothing|something|anything|everything|evening|morning|king|going|during|being|bring|sing|
    ring|string|spring|thing)(?!\p{L})
  `,
};
