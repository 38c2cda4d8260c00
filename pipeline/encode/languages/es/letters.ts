/** Spanish letters and despatches. */
import type { LetterWords } from '../model/letter-words.ts';

export const spanishLetters: LetterWords = {
  addressee:
    String.raw`(?:a|al) (?:sr|señor|señora|don|doña|excmo|ilmo|s\.)\.?|sr(?:a|es|ta)?\.?|` +
    String.raw`señor(?:a|es|` +
    String.raw`ita)?|don|doña|d\.|excmo\.?|exmo\.?|ilmo\.?|excelent[íi]simo|su excelencia|` +
    String.raw`s\. ?e\.|al ` +
    String.raw`(?:ministro|gobernador|presidente|rey|general|director)|tarjeta postal`,
  addressedTo:
    String.raw`(?:a|al) (?:muy |sr|señor|señora|don|doña|excmo|ilmo|excelent\p{L}+|` +
    String.raw`ilustr\p{L}+|s\. ?e)\p{L}*\.?`,
  superscription: String.raw`sobrescrito|sobre|direcci[óo]n|al dorso|en el sobre`,
  institution:
    String.raw`legaci[óo]n|embajada|consulado|ministerio|secretar[íi]a|hotel|cuartel[- ]general|` +
    String.raw`direcci[óo]n|gobierno|palacio|capitan[íi]a|rep[úu]blica|comandancia`,
  street:
    String.raw`(?:calle|plaza|plazuela|paseo|avenida|c\.) (?:de(?: la|` +
    String.raw`l)? )?\p{Lu}[\p{L} ]{0,30},? ` +
    String.raw`(?:n[°º.úm]* ?)?\d{1,4}`,
  beforePlace: '(?:dad[ao]|fech[ao]|hech[ao]|fechad[ao])(?: en| a)|en|de',
  beforeDate: 'a|á|el|y',
  received: String.raw`recibid[ao]s?`,
  dispatched: String.raw`expedid[oa]|enviad[oa]|remitid[oa]`,
  undated: String.raw`sin fecha|s\. ?f\.`,
  timeOfDay: String.raw`(?:por la |de la )?(?:mañana|tarde|noche|mediod[íi]a)|a las? \d{1,2}`,
  signed: String.raw`\(?(?:firmad[oa]|fdo)\)?\.?:?`,
  added: [
    ['enclosure', String.raw`adjunto|documento adjunto`],
    ['annex', String.raw`anexos?|ap[ée]ndice`],
  ],
  kinds:
    String.raw`(?:copia de (?:la |una )?)?(?:carta|nota|despacho|telegrama|oficio|memorial|` +
    String.raw`informe|` +
    String.raw`esquela|tarjeta(?: postal)?|circular)`,
  relatives:
    'madre|padres?|mamá|papá|hermanos?|hermanas?|esposa|mujer|marido|esposo|hij[oa]s?|tío|tía|' +
    'prim[oa]|sobrin[oa]|abuel[oa]|amig[oa]s?|novi[oa]|familia',
  farewell: String.raw`adiós|abraz[oa]s?|recuerdos?|salud(?:os?|es)|expresiones|besos?`,
  records:
    'testamento|escritura|petición|memorial|poder|certificaci[óo]n|testimonio|acta de|tratado|' +
    'convenio|ordenanza|estatutos',
  attested:
    'en (?:fe|testimonio) de lo cual|doy fe|ante m[íi]|así lo (?:otorg|firm)\\p{L}+|en ' +
    'testimonio de verdad',
  fromWord: 'de|del|de la',
  servant: 'servidor(?:a|es)?|criado|s\\. ?s|capell[aá]n|vasallo',
  remaining: String.raw`quedo|soy de|me repito|me suscribo|reitero|queda de|quedamos`,
  remainsAs:
    String.raw`servidor(?:a)?|amig[oa]|q\. ?[bs]\. ?s\. ?m\.?|suy[oa]|` +
    String.raw`consideración(?: más distinguida)?`,
};
