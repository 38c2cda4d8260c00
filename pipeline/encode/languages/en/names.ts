/** English words beside names. */
import type { NameWords } from '../model/name-words.ts';
import { words } from '../model/words.ts';

export const englishNames: NameWords = {
  closed: words(
    'the a an this that these those each every either neither no any some all both many much ' +
      'more most few several such other another',
    'i me my mine myself we us our ours you your yours he him his himself she her hers it ' +
      'its itself they them their theirs themselves',
    'who whom whose which what whoever whatever someone somebody anyone anybody everyone ' +
      'everybody nobody none nothing something anything',
    'of in on at by to from with without within into onto upon over under above below ' +
      'between among through during before after since',
    'until till about against across along around behind beside besides beyond despite ' +
      'except for near off out per than toward towards',
    'via up down and or but nor so yet if because although though while whereas when ' +
      'whenever where wherever why how whether unless as',
    'is are was were be been being am has have had having do does did done doing can could ' +
      'shall should would might must ought',
    'not yes there here now then too also only just very one two three four five six seven ' +
      'eight nine ten eleven twelve',
  ),
  determiners:
    'the a an this these those each every no any our his their its my your her some such another',
  placePrepositions: 'in to from at near for of into via through leave left visit between',
  openers: words(
    'anti pro non ex former again ago already always perhaps maybe meanwhile moreover ' +
      'nevertheless nonetheless therefore thus hence however indeed instead later',
    'earlier soon today tomorrow yesterday tonight once twice never often sometimes still ' +
      'apparently obviously evidently clearly possibly',
    'presumably probably recently finally eventually immediately subsequently consequently ' +
      'accordingly afterwards afterward likewise',
    'similarly otherwise even ever first second third last next like unlike following ' +
      'according given asked when hi hello well ok okay',
    'look thanks thank dear please see cf attached enclosed poor good old young little late ' +
      'said says re subject',
  ),
  common: words(
    'may will can read reed grant mark marks note close open drew lay begin buy hope love ' +
      'long short little rich poor new old new',
    'small good best better wise just low high fair fine sweet blunt keen bold swift free ' +
      'gay savage noble true strong sharp young',
    'brown white black green gray grey golden rice home lord post cash hood ball bell bond ' +
      'hand wood woods day church case price snow',
    'hill persons law laws page king duke dean cook gates park field fields bush stone rock ' +
      'lodge cross list joy grace major mayor',
    'marshal bishop abbot pope priest knight baron earl prince judge fish rose flower bean ' +
      'corn grove marsh moor brook bridge pool bank',
    'banks lake shore beach cliff lane street road way house hall castle tower temple chapel ' +
      'cotton wool flood frost winter summer',
    'summers spring noon north south east west english french german cannon gun steel iron ' +
      'gold silver diamond',
    'penny power war battle march august force guard ward train car wheel root roots hours ' +
      'moment mill mills stock book press ring tree',
    'trend bay sands seal head heads foot blood bone heart moon star sun sunday friday storm ' +
      'wind cloud hail parks plant plants pound',
    'powers pride quarter child parent sons guest friend friends moose rush rope grave bird ' +
      'wolf lamb fox pike bass silk say own',
    'service services use act aid aim air art base boat body call camp care chair chance ' +
      'change charge chief city class coast cost',
    'council country course court crown current cut date deal death deep defense design desk ' +
      'direct district division door draft east',
    'end ends enter estate europe even event fact fall farm fast father fear fight file ' +
      'final fire fleet flight food ford form forward',
    'found front full fund future game gas gift give glass gone great ground group growth ' +
      'half hard harm help here history hold hole',
    'hospital hour human idea inch issue job join keep key kind labor labour land large ' +
      'latter lead left less letter level life light',
    'line live load local look loss lost main make man manner master matter mean means meet ' +
      'men message middle might mind miss money',
    'month more mother move name nation need net news night offer office oil only order pace ' +
      'paper part party pass past peace people',
    'pick place plan play point port present program public pull push put quick race rail ' +
      'rain raise rank rate real rest right rise',
    'room rule run safe sale salt same save school sea search seat section see sell send ' +
      'sense set share ship shop show side sign',
    'site size sky soil sort sound space speed staff stage stand start state stay stem step ' +
      'stop store story style table take tax team',
    'term test text thing time title total touch town trade travel treat trip turn type ' +
      'union unit view visit voice vote wait walk',
    'wall want wash watch water wave week weight went whole wide wife window wing wish woman ' +
      'women word work world worth write year',
    'add age ago all ask bad ban bar bed bet big bit box cap cat cop cow cry cup die dog dot ' +
      'dry due ear eat era etc eve eye fan fat fee',
    'few fit fix fly fog fun gap get god got had hat hit hot hut ice ill jet kit lab lap law ' +
      'leg let lid lie lip log lot mad map mix mob',
    'nut odd opt pan pay pen pet pie pin pit pop pot raw red rid rod row rug sad saw sit six ' +
      'ski son spy sum tap tea tie tin tip toe ton',
    'top toy try van vow was wet win won zoo comment regard reply report request action ' +
      'address aware basis meeting exceed civil salary',
  ),
  placeAdjectives:
    'new north south east west northern southern eastern western upper lower greater',
  placeLinks: 'on upon under',
  questionWords: 'who',
  thingAfter: words(
    'library libraries papers paper file files diary diaries appointment appointments ' +
      'notebooks logbook collection foundation',
    'institute institution center centre university college school museum hospital airport ' +
      'airfield field dam street avenue road trail highway',
    'boulevard square island islands county city bay river lake sea hill hills mountain ' +
      'mountains house building doctrine',
    'round memorial prize award medal trust fund company corporation inc co motors oil steel ' +
      'plan amendment act law laws',
    'presidential materials line range station bridge park hall castle abbey terrace lane place',
  ),
  placeBefore: words(
    'fort lake mount mt cape camp port puerto ciudad san santa santo saint st sao la las los ' +
      'el isla villa rio viet hong hotel uss hms',
    'river bay mont monte val valle',
  ),
  titles:
    'viscount viscountess marquis marquess baroness emperor empress czar tsar abbess abbot mayor',
  femaleTitles:
    'mrs miss ms mme madame mlle lady dame queen princess duchess countess baroness ' +
    'marchioness viscountess empress sister aunt',
  maleTitles:
    'mr sir lord king prince duke earl count viscount baron marquis marquess emperor master ' +
    'father brother uncle esq messrs',
  nobles:
    'duke duchess earl marquess marquis marchioness viscount viscountess baron baroness ' +
    'count countess prince princess lord lady',
  rulers:
    'king queen emperor empress prince princess czar tsar pope bishop archbishop elector ' +
    'landgrave margrave',
  forenames: words(
    'abigail ada agnes alexandra alice amelia amy ann annabella arabella augusta beatrice bertha',
    'bridget celia charlotte clara constance cordelia deborah dinah edith eliza ella ellen emily',
    'emma esther fanny flora florence frances georgiana grace hannah harriett henrietta hester',
    'honor isabella jemima jessie josephine judith julia kate katherine kitty laura letitia',
    'lilian louisa lucy lydia mabel martha matilda maud mildred minnie molly nancy nelly nora',
    'olive patience penelope phoebe polly priscilla prudence rachel rebecca rosamond rose sally',
    'sarah selina sophia susanna theresa ursula violet winifred alison audrey barnaby bartholomew',
    'edgar gilbert gregory humphrey jasper jeremiah jonas josiah lambert leopold matthias moses',
    'neville noah percival quentin reginald reuben rupert silas simeon tobias valentine zachariah',
    'ebenezer elijah ezra gideon hiram ichabod jabez nehemiah obadiah indira mahatma',
  ),
  saying: words(
    'said says asked told replied stated noted added agreed thought suggested felt believed ' +
      'observed commented remarked pointed',
    'responded answered expressed explained indicated mentioned recommended reported ' +
      'proposed urged insisted warned wanted',
    'called met returned wrote sent gave made saw spoke concluded concurred emphasized ' +
      'stressed inquired referred raised began',
    'continued interjected appeared seemed argued asserted declared denied doubted hoped ' +
      'objected pressed repeated reiterated',
  ),
  capitalNouns: false,
};
