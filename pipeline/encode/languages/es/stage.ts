/** Spanish stage directions. */
import { pattern } from '../../../core/text.ts';
import type { StageWords } from '../model/stage-words.ts';

export const spanishStage: StageWords = {
  verbs:
    'entran?|salen?|vase|vanse|van?|sientan?|levantan?|acercan?|arrodillan?|abrazan?|besan?|' +
    'ríen?|vuelven?|detienen?|oyen?|ponen?|asoman?|alejan?|cantan?|bailan?|lloran?|leen?|' +
    'escriben?|cogen?|toman?|abren?|cierran?|caen?|miran?|llaman?|suenan?|aparecen?|' +
    'desaparecen?|mueren?|corren?|dan?|sacan?|beben?|apagan?|encienden?|tiran?|hacen? mutis|' +
    'quedan?|llegan?|pasan?|cruzan?',
  clitics: '(?:(?:se|le|les|lo|la|los|las) )*',
  subjects:
    '(?:él|ella|ellos|ellas|todos|todas|ambos|los dos|las dos|(?:el|un) (?:telón|criado|rey|' +
    'coro|reloj|alguacil)|(?:la|una) (?:puerta|música|orquesta|criada|reina|gente|voz|' +
    'campana|luz)|los (?:demás|otros|músicos|criados)|las (?:luces|campanas|otras))',
  and: 'y|e|,',
  verbFirst: true,
  manner: pattern('iu')`
    ^(?:aparte|alto|bajo|dentro|desde dentro|para sí|\p{L}{2,}(?:ando|iendo|yendo|ándose|iéndose|
    ándole|iéndole)(?: [^;:!?]{1,60})?|a \p{Lu}\p{L}+|en voz (?:alta|baja)|al público)[.]?$
  `,
  notManner: /^(?:cuando|mando|bando|comprendo|entiendo)(?!\p{L})/iu,
};
