/** Spanish words for names that no list has: titles and places; there is no dictionary. */
import type { UnlistedWords } from '../model/unlisted-words.ts';
import { words } from '../model/words.ts';

export const spanishUnlisted: UnlistedWords = {
  peoples: words(
    'español española españoles españolas francés francesa franceses inglés inglesa ingleses ' +
      'alemán alemana alemanes italiano italiana',
    'italianos portugués portuguesa portugueses ruso rusa rusos americano americana ' +
      'americanos mexicano mexicana mexicanos argentino',
    'argentina chileno chilena peruano peruana boliviano boliviana cubano cubana judío judía ' +
      'judíos cristiano cristiana cristianos',
    'católico católica católicos moro moros turco turcos griego griegos romano romana ' +
      'romanos latino latina indio indios',
  ),
  ordinary: words(
    'dios cielo navidad señor señora señorita señores don doña majestad alteza excelencia ' +
      'gobierno república imperio estado estados reino',
    'ministro ministerio gobernador alcalde embajada consulado senado cámara congreso ' +
      'consejo corte iglesia presidente presidencia',
    'querido querida muy mi su carta nota artículo usted ustedes vuestra merced vd vds ud ' +
      'uds papá mamá tío tía hermano hermana primo prima',
    'amigo amiga amigos norte sur este oeste oriente occidente santo santa i ii iii iv v vi ' +
      'vii viii ix x ps nb',
  ),
  placePrepositions: 'en a desde hacia hasta',
  personPrepositions: 'con por',
  writing: '',
  telling: '',
  ruled: '',
  personalMessages: '',
  portfolios: '',
  organizations: words(
    'sociedad compañía comité comisión ministerio universidad academia instituto asociación ' +
      'banco liga consejo club hospital museo',
    'biblioteca fundación agencia administración unión partido teatro diario gaceta revista ' +
      'sindicato confederación federación',
  ),
  ofPersons: 'comité comisión gobierno ministerio gabinete museo fundación teatro administración',
  institutions: '',
  owners: '',
  owned: '',
  organizationEndings: '',
  firms: 'cía compañía hijos hermanos',
  firmEndings: 'sl',
  ships: 'ss hms',
  shipWords: 'vapor crucero fragata buque acorazado goleta',
  placeAfter: '',
  placeBefore:
    'calle avenida plaza paseo puente castillo lago monte cabo isla golfo río puerto sierra',
  placeEndings: '',
  placesAlone: '',
  kindsOfStreets: '',
  settlementEndings: '',
  intoPrepositions: '',
  venues: '',
  joins: 'de del y para la el los las',
  places: words(
    'españa francia inglaterra escocia irlanda alemania austria hungría italia portugal ' +
      'suiza bélgica holanda rusia polonia suecia noruega',
    'dinamarca grecia turquía egipto argelia marruecos américa estados_unidos méxico brasil ' +
      'china japón india europa asia áfrica cuba',
    'argentina chile perú bolivia colombia venezuela ecuador uruguay paraguay panamá ' +
      'guatemala honduras nicaragua costa_rica el_salvador',
    'filipinas madrid barcelona sevilla valencia zaragoza bilbao málaga cádiz granada toledo ' +
      'salamanca valladolid burgos santander',
    'lisboa oporto parís londres roma viena berlín bruselas ginebra milán venecia florencia ' +
      'nápoles la_habana buenos_aires lima quito',
    'bogotá caracas montevideo asunción la_paz santiago_de_chile ciudad_de_méxico castilla ' +
      'aragón cataluña andalucía galicia asturias',
    'navarra extremadura murcia nueva_york',
  ),
};
