/** English words for names that no list has. */
import type { UnlistedWords } from '../model/unlisted-words.ts';
import { words } from '../model/words.ts';

export const englishUnlisted: UnlistedWords = {
  peoples: words(
    'yugoslav yugoslavs hawaiian hawaiians argentines kurd kurds kurdish shia shias yugo indo ' +
      'arabi guat guats saharan sahrawi amerindian',
    'interior treasury commerce agriculture labor labour headquarters esso mobil shell ' +
      'texaco aramco socony comsat hq conversation summary',
    'ibid idem op cit head chief exclusive resident viceroy incumbent designate nobel ' +
      'jupiter jupiters polaris concorde apollo minuteman',
    'asian asians americanism guatemalan rican korean koreans filipino filipinos tibetan tibetans',
    'american americans british briton britons english englishman englishmen french ' +
      'frenchman frenchmen german germans austrian',
    'austrians hungarian hungarians russian russians italian italians spanish spaniard ' +
      'spaniards portuguese dutch dutchman belgian',
    'belgians swiss swedish swede swedes norwegian norwegians danish dane danes finnish finn ' +
      'finns polish pole poles czech czechs',
    'slovak serb serbs serbian serbians croat bulgarian bulgarians greek greeks turkish turk ' +
      'turks roumanian rumanian romanian',
    'chinese japanese korean indian indians persian arab arabs arabic egyptian jew jews ' +
      'jewish christian christians catholic',
    'catholics protestant protestants mohammedan moslem muslim muslims hindu hindus buddhist ' +
      'irish irishman scotch scottish scot welsh',
    'canadian canadians australian mexican mexicans cuban cubans brazilian chilean peruvian ' +
      'bolivian african africans european',
    'europeans asian asiatic latin soviet soviets communist communists socialist democrat ' +
      'democrats democratic republican',
    'republicans whig whigs tory tories liberal liberals conservative nazi nazis allied ' +
      'allies anglo bolshevik bolsheviks',
    'victorian roman romans prussian bavarian saxon moroccan vietnamese lao thai israeli ' +
      'palestinian saudi iraqi syrian quaker',
  ),
  ordinary: words(
    'president secretary minister advocate ambassador government congress senate house state ' +
      'states department embassy legation consul consulate',
    'majesty highness excellency lordship ladyship honor honour sir sirs madam gentlemen esq ' +
      'messrs god lord almighty heaven christ',
    'christmas easter whitsun thanksgiving sabbath bible scripture gospel constitution ' +
      'telegram cable note memorandum dispatch despatch',
    'letter mr mrs dear yours yrs sincerely faithfully truly confidential secret strictly ' +
      'private personal enclosure treaty ad bc am pm',
    'north south east west northern southern eastern western northwest southwest northeast ' +
      'southeast orient occident conference army navy',
    'cabinet council court crown parliament commons lords press union office foreign war ' +
      'peace chief staff union ministry vice acting',
    'commission committee republic empire kingdom king queen emperor prince power powers ' +
      'central i ii iii iv v vi vii viii ix x xi xii',
    'general colonel major captain lieutenant sergeant private doctor professor bishop ' +
      'reverend mother father brother sister aunt',
    'uncle mamma mama papa grandmother grandfather cousin baby nurse cook madame monsieur ' +
      'mademoiselle signor senor senora herr frau',
    'dear dearest darling beloved honoured honored respected friend friends regards love ' +
      'affectionately obedient servant',
    'dept emb embtel deptel deptels embtels embdes fonoff fonmin polad chicom chicoms chinat ' +
      'chinats gov govt govts secto tosec polto topol telcan amer brit',
    'rep reps sov sovs chi chis coms natl intl secy pres amb ambs dep asst memcon telecon ' +
      'tel cirtel usun exdis limdis nodis ' +
      'noforn niact viet cong minh vietminh vietcong ref refs re',
    'article section chapter volume page paragraph part appendix enclosure act bill yes no ' +
      'oh ah alas ok amen tel p s ps n b nb',
  ),
  placePrepositions:
    'in at from to into near through via leave left visit visiting reached toward towards',
  personPrepositions: 'with by dear poor told asked between',
  writing:
    'drafted cleared approved signed initialed initialled prepared written dictated edited ' +
    'recorded annotated transmitted',
  telling: 'told asked informed reminded assured thanked telephoned phoned notified briefed',
  ruled:
    'government regime administration cabinet household clique faction speech visit dictatorship',
  personalMessages:
    'memorandum memoranda letter letters note notes memo conversation conversations meeting ' +
    'meetings talk talks lunch luncheon dinner interview',
  portfolios:
    'state defense defence war treasury commerce labor labour agriculture interior justice ' +
    'finance navy army',
  organizations: words(
    'assembly society federation confederation alliance court cabinet',
    'company corporation committee commission department ministry bureau university college ' +
      'academy institute society association bank',
    'league council board club railway railroad hospital church press museum library ' +
      'foundation agency administration union party times',
    'herald tribune gazette chronicle magazine review guild theatre theater legation ' +
      'consulate embassy congress senate',
  ),
  ofPersons:
    'administration library government cabinet commission committee papers foundation museum press',
  institutions: words(
    'house_of_commons house_of_lords house_of_representatives privy_council supreme_court ' +
      'foreign_office colonial_office war_office home_office india_office league_of_nations',
    'times spectator tribune athenaeum herald gazette',
  ),
  owners:
    'king queen men women children workers workmen merchants farmers ladies girls boys soldiers ' +
    'sailors seamen christ trinity mechanics',
  owned:
    'college hospital university school club union society league guild institute institution ' +
    'association associations railway railroad academy museum gallery theatre theater',
  organizationEndings: '',
  firms: 'co company sons son bros brothers',
  firmEndings: 'inc ltd plc llc',
  ships: 'ss hms uss sms usns rms',
  shipWords:
    'ship barque bark brigantine whaler ' +
    'steamer steamship cruiser battleship destroyer frigate schooner yacht sloop brig ' +
    'submarine transport liner freighter tanker trawler gunboat corvette',
  placeAfter: words(
    'river lake street avenue road square bay island islands mountain mountains hill hills ' +
      'county valley creek harbor harbour canal',
    'strait straits peninsula park lane bridge castle abbey house hall lodge hotel ocean sea ' +
      'desert forest terrace gardens cottage farm manor meadow meadows fields fair',
  ),
  placeBefore: 'fort lake mount mt cape port camp bay gulf isle hotel rio saint st',
  placeEndings: '',
  placesAlone: 'town',
  kindsOfStreets: '',
  settlementEndings: 'shire',
  intoPrepositions: '',
  venues: '',
  joins: 'of for and the',
  places: words(
    'united_states great_britain united_kingdom salvador rangoon sahara leopoldville cochin ' +
      'luang_prabang elisabethville salonica smyrna danzig memel stettin breslau konigsberg ' +
      'lemberg fiume trieste tsingtao tientsin mukden harbin dairen port_arthur chefoo amoy ' +
      'foochow swatow formosa batavia malacca penang aden zanzibar tanganyika rhodesia ' +
      'transvaal orange_free_state natal cape_colony nyasaland gold_coast dahomey upper_volta ' +
      'ivory_coast zaire biafra katanga bessarabia galicia transylvania moldavia wallachia ' +
      'thrace macedonia epirus crete rhodes anatolia armenia mesopotamia hejaz nejd ' +
      'santo_domingo transjordan gaza west_bank golan_heights yugoslavia ussr indochina azores ' +
      'sikkim ' +
      'leopoldville leningrad stalingrad petersburg bombay calcutta canton vietnam viet_nam ' +
      'viet-nam tibet puerto_rico ceylon britain england scotland ireland wales france germany ' +
      'austria hungary austria-hungary russia',
    'soviet_union italy spain portugal belgium holland netherlands switzerland sweden norway ' +
      'denmark finland poland czechoslovakia',
    'serbia bulgaria greece turkey rumania roumania romania albania montenegro luxemburg ' +
      'luxembourg china japan korea india persia iran',
    'iraq egypt syria palestine israel arabia morocco algeria tunis abyssinia ethiopia ' +
      'liberia congo canada australia new_zealand mexico',
    'cuba brazil argentina chile peru bolivia colombia venezuela ecuador uruguay paraguay ' +
      'panama haiti nicaragua honduras guatemala',
    'philippines hawaii siam burma vietnam laos cambodia indonesia malaya pakistan ' +
      'afghanistan europe asia africa america north_america',
    'south_america latin_america central_america london paris berlin vienna rome madrid ' +
      'lisbon brussels antwerp amsterdam rotterdam',
    'the_hague geneva berne bern zurich stockholm copenhagen christiania oslo helsinki ' +
      'petrograd st_petersburg moscow warsaw prague budapest belgrade',
    'sofia athens constantinople bucharest munich hamburg bremen frankfort frankfurt cologne ' +
      'dresden leipzig trieste venice florence',
    'milan naples genoa turin marseilles bordeaux lyons havre calais liverpool manchester ' +
      'edinburgh glasgow dublin belfast oxford',
    'cambridge bristol southampton plymouth new_york new_jersey new_england boston ' +
      'philadelphia baltimore chicago san_francisco los_angeles new_orleans st_louis',
    'cincinnati detroit cleveland pittsburgh richmond charleston savannah albany buffalo ' +
      'massachusetts pennsylvania',
    'california texas ohio illinois kentucky tennessee missouri louisiana florida maryland ' +
      'connecticut vermont maine michigan',
    'wisconsin minnesota iowa kansas nebraska colorado oregon alabama mississippi arkansas ' +
      'montreal quebec toronto ottawa mexico_city',
    'havana vera_cruz buenos_aires rio_de_janeiro santiago lima peking peiping shanghai ' +
      'hong_kong canton nanking chungking',
    'hankow tokyo yokohama manchuria formosa manila saigon hanoi bangkok singapore calcutta ' +
      'bombay delhi cairo alexandria jerusalem',
    'damascus tangier bagdad baghdad teheran tehran washington normandy tuscany bohemia ' +
      'silesia alsace lorraine prussia',
    'bavaria saxony sicily siberia crimea caucasus balkans dardanelles suez mediterranean ' +
      'atlantic pacific thames rhine danube seine',
  ),
};
