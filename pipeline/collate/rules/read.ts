/** Reads the file of a collation. docs/collation.md describes it. */
import { isMap, isScalar, type Node } from 'yaml';
import { readInput } from '../../core/files/input-file.ts';
import { InputError, shownPath } from '../../core/finding.ts';
import { decodeXml } from '../../xml/decode.ts';
import { MOST_RULES } from '../model/limits.ts';
import {
  FOR_ALIGNMENT,
  FOR_TYPES,
  letterList,
  replacementStage,
  STAGE_NAMES,
  type Stage,
  stageNamed,
} from '../normalize/stages.ts';
import type { Rule, Settings, WitnessReference } from './model.ts';
import { YamlReader } from './yaml-reader.ts';

export const DEFAULTS: Settings = {
  witnesses: new Map(),
  lemma: 'base',
  alignBy: stages(FOR_ALIGNMENT),
  typeBy: stages(FOR_TYPES),
  rules: [],
};

function stages(names: readonly string[]): Stage[] {
  return names.flatMap((name) => stageNamed(name) ?? []);
}

const MEMBERS = [
  ...['witnesses', 'base', 'method', 'out', 'title', 'lemma'],
  ...['align-by', 'type-by', 'rules'],
];
const DECISION = ['resp', 'note'];

/** Throws an `InputError` with all that is wrong in the file. */
export function readSettings(path: string): Settings {
  return settingsIn(readSettingsText(path), shownPath(path));
}

/** The text of the file. Throws an `InputError` if it cannot be read. */
export function readSettingsText(path: string): string {
  return decodeXml(readInput(path, 'collate/rules'), shownPath(path));
}

/** `shown`: the file name in messages. Throws an `InputError` with all that is wrong. */
export function settingsIn(text: string, shown: string): Settings {
  const reader = new YamlReader(text, shown);
  const members = reader.members(reader.root, 'the file', MEMBERS);
  const base = reader.string(members.get('base'), '“base”');
  const method = reader.oneOf(members.get('method'), '“method”', ['parallel', 'double-end-point']);
  const lemma = reader.oneOf(members.get('lemma'), '“lemma”', ['base', 'majority']);
  const out = outIn(reader, members.get('out'));
  const title = reader.string(members.get('title'), '“title”');
  const settings: Settings = {
    path: shown,
    witnesses: reader.words(members.get('witnesses'), '“witnesses”'),
    ...(base === undefined ? {} : { base }),
    ...(method === undefined ? {} : { method }),
    ...(out === undefined ? {} : { out }),
    ...(title === undefined ? {} : { title }),
    lemma: lemma ?? DEFAULTS.lemma,
    alignBy: stagesIn(reader, members.get('align-by'), '“align-by”') ?? DEFAULTS.alignBy,
    typeBy: stagesIn(reader, members.get('type-by'), '“type-by”') ?? DEFAULTS.typeBy,
    rules: rulesIn(reader, members.get('rules')),
  };
  if (reader.errors.length > 0) throw new InputError(reader.errors);
  return settings;
}

/** A file of others must not name a target outside of its folder. */
function outIn(reader: YamlReader, node: Node | undefined): string | undefined {
  const out = reader.string(node, '“out”');
  if (out === undefined) return undefined;
  const isInside =
    /\.xml$/i.test(out) && !/^[/\\]|^[a-z]:|\\|\0/i.test(out) && !out.split('/').includes('..');
  if (isInside) return out;
  return reader.report(
    node,
    '“out” has to be an .xml file in the folder of this file (out: documents/poem.xml)',
  );
}

/** A list of stage names, of `words:` and of `letters:`. */
function stagesIn(reader: YamlReader, node: Node | undefined, what: string): Stage[] | undefined {
  if (node === undefined) return undefined;
  return reader.items(node, what).flatMap((item): Stage[] => {
    if (isScalar(item)) {
      const name = String(item.value);
      const stage = stageNamed(name);
      if (stage) return [stage];
      reader.report(
        item,
        `there is no stage “${name}”; there are: ${STAGE_NAMES.join(', ')}, and the lists ` +
          '“words:” and “letters:”',
      );
      return [];
    }
    const lists = reader.members(item, `a stage of ${what}`, ['words', 'letters']);
    const words = lists.get('words');
    const letters = lists.get('letters');
    return [
      ...(words ? [replacementStage('words', reader.words(words, '“words”'))] : []),
      ...(letters ? [letterList('letters', reader.words(letters, '“letters”'))] : []),
    ];
  });
}

function rulesIn(reader: YamlReader, node: Node | undefined): Rule[] {
  const items = reader.items(node, '“rules”');
  if (items.length > MOST_RULES) {
    reader.report(node, `there are ${items.length} rules, and at most ${MOST_RULES} are applied`);
    return [];
  }
  return items.flatMap((item) => ruleIn(reader, item) ?? []);
}

function ruleIn(reader: YamlReader, item: Node): Rule | undefined {
  const all = ['align', 'regularize', 'type', 'lemma', 'witness', 'at', 'as', 'to', ...DECISION];
  if (!isMap(item)) return reader.report(item, 'a rule has to be a mapping (“- lemma: …”)');
  const members = reader.members(item, 'a rule', all);
  const resp = reader.string(members.get('resp'), '“resp”');
  const decision = { ...reader.placeOf(item), ...(resp === undefined ? {} : { resp }) };
  const align = members.get('align');
  if (align) {
    const places = reader.items(align, '“align”').flatMap((one) => reference(reader, one) ?? []);
    if (places.length < 2) return reader.report(align, '“align” needs two places or more');
    return { kind: 'align', places, ...decision };
  }
  const from = reader.string(members.get('regularize'), '“regularize”');
  if (from !== undefined) {
    const to = reader.string(members.get('to'), '“to”');
    if (to === undefined)
      return reader.report(item, '“regularize” needs “to”: what the form is to be');
    const witness = reader.string(members.get('witness'), '“witness”');
    const at = members.has('at') ? reference(reader, members.get('at')) : undefined;
    const where = { ...(witness === undefined ? {} : { witness }), ...(at ? { at } : {}) };
    return { kind: 'regularize', from, to, ...where, ...decision };
  }
  if (members.has('type')) {
    const at = reference(reader, members.get('type'));
    const as = reader.oneOf(members.get('as'), '“as”', ['substantive', 'orthographic']);
    if (!as) return reader.report(item, '“type” needs “as”: substantive or orthographic');
    return at && { kind: 'type', at, as, ...decision };
  }
  if (members.has('lemma')) {
    const at = reference(reader, members.get('lemma'));
    return at && { kind: 'lemma', at, ...decision };
  }
  return reader.report(item, 'a rule has to be one of: align, regularize, type, lemma');
}

function reference(reader: YamlReader, node: Node | undefined): WitnessReference | undefined {
  const members = reader.members(node, 'a place', ['witness', 'words', 'before', 'after', 'n']);
  const witness = reader.string(members.get('witness'), '“witness”');
  const words = reader.string(members.get('words'), '“words”');
  if (witness === undefined || words === undefined || words.trim() === '')
    return reader.report(node, 'a place needs “witness” and “words”');
  const before = reader.string(members.get('before'), '“before”');
  const after = reader.string(members.get('after'), '“after”');
  const n = reader.string(members.get('n'), '“n”');
  if (n !== undefined && !/^[1-9]\d{0,6}$/.test(n))
    return reader.report(members.get('n'), '“n” has to be a number from 1');
  return {
    witness,
    words,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    ...(n === undefined ? {} : { n: Number(n) }),
  };
}
