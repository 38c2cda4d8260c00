/** French stage directions. */
import { pattern } from '../../../core/text.ts';
import type { StageWords } from '../model/stage-words.ts';

export const frenchStage: StageWords = {
  verbs:
    'sort(?:ent)?|entre(?:nt)?|rentre(?:nt)?|revien(?:t|nent)|rit|rient|chante(?:nt)?|li(?:t|' +
    'sent)|pleure(?:nt)?|regarde(?:nt)?|assied|assoit|asseyent|lève(?:nt)?|jette(?:nt)?|' +
    'tourne(?:nt)?|retourne(?:nt)?|met(?:tent)?|retire(?:nt)?|cache(?:nt)?|baisse(?:nt)?|' +
    'penche(?:nt)?|sauve(?:nt)?|pren(?:d|nent)|donne(?:nt)?|tend(?:ent)?|embrasse(?:nt)?|' +
    'baise(?:nt)?|tire(?:nt)?|ouvre(?:nt)?|ferme(?:nt)?|paraît|parait|paraissent|' +
    'tombe(?:nt)?|cour(?:t|ent)|frappe(?:nt)?|sonne(?:nt)?|montre(?:nt)?|salue(?:nt)?|' +
    'danse(?:nt)?|boi(?:t|vent)|écri(?:t|vent)|va|vont|disparaît|aperçoit|écoute(?:nt)?|' +
    'approche(?:nt)?|éloigne(?:nt)?|incline(?:nt)?|arrête(?:nt)?|remet(?:tent)?|pose(?:nt)?|' +
    'arrive(?:nt)?|meur(?:t|ent)|agenouille(?:nt)?|entend|apporte(?:nt)?|voit',
  clitics: "(?:(?:lui|leur|le|la|les|en|y|se) |l['’]|s['’]|s['’]en |l['’]un )*",
  subjects:
    '(?:il|elle|ils|elles|on|tous|toutes|tout le monde|le (?:rideau|valet|domestique|laquais|' +
    'garçon|roi|notaire|commissaire)|la (?:toile|porte|cloche|foule|suivante|servante|reine|' +
    "musique)|les (?:autres|gardes|valets|lumières)|l['’]orchestre|un (?:valet|laquais|garde|" +
    'domestique)|une (?:voix|servante))',
  and: 'et|,',
  verbFirst: false,
  manner: pattern('iu')`
    ^(?:à part|haut|bas|à (?:lui|elle)-même|au public|\p{L}{3,}ant(?: [^;:!?]{1,60})?|
    à \p{Lu}\p{L}+|d[’']une? (?:voix|ton|air) .{1,40}|d[’']un (?:ton|air) .{1,40}|
    en \p{L}+ant.{0,50})[.]?$
  `,
  notManner: pattern('iu')`
    ^(?:pourtant|maintenant|avant|devant|enfant|tant|autant|instant|cependant|durant|pendant|
    méchant|galant|amant|vivant|savant)(?!\p{L})
  `,
};
