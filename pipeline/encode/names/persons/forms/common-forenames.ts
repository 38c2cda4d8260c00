/** Words that are commonly forenames, in general usage. */
import { wordList } from '../../../../core/text.ts';

export const COMMON_FORENAMES = wordList(`
  aaron abdul abdullah abe abraham abram adam adlai adolf adolph adrian ahmad ahmed al alain alan
  albert alberto alec alejandro aleksandr aleksei alex alexander alexei alexis alfonso alfred
  alfredo ali allan allen alonzo alvaro alvin amin anastas anatoly andre andreas andrei andres
  andrew andy angel angelo angier anna anne anthony antoine antonio archibald armand armando
  arnold arthur arturo augusto averell barbara barry bart basil ben benito benjamin bernard
  bernardo bert betty bill billy bob bobby boris brian bromley bruce bruno burke carl carlo carlos
  carlton caroline catherine cecil cesar charles charlie chester chris christian christopher
  clarence clark claude clement cleo clifford clyde colin conrad constantine cornelius craig
  curtis cyril cyrus dan daniel dave david dean denis dennis desmond diego dimitri dirk dmitri
  domingo don donald dorothy doug douglas duncan dwight earl ed eddie edgar edmond edmund eduardo
  edward edwin eleanor elizabeth ellis ellsworth elmer emilio emory emmett enrique eric erich erik
  ernest ernesto ernst ethel etienne eugene eugenio eva evan felipe felix ferdinand fernando fidel
  forrest francis francisco francois frank franklin franz fred frederic frederick frederico fritz
  fulgencio gabriel galo gaston gene geoffrey georg george georges gerald gerard gerhard german
  gilbert giovanni giulio giuseppe glenn gloria gonzalo gordon graham grant greg gregory guillermo
  gunnar gustav guy hans harlan harold harriet harris harry harvey hector heinrich heinz helen
  helmut henri henry herbert herman hermann hernan herve homer horace howard hubert hugh hugo
  humberto ian ignacio igor irving isaac isabel ivan jack jacob jacobo jacques jaime jake james
  jan jane janet janio jawaharlal jean jeff jefferson jerome jerry jesse jesus jim jimmy joan joe
  john johnny jonathan jorge jose josef joseph joshua josip juan juanita juilo jules julian julio
  julius karl kay keith ken kenneth kermit kevin klaus konrad konstantin kurt kwame lars larry
  laurence lawrence lee leland leo leon leonard leonid leopold leroy leslie lester lewis lincoln
  lionel livingston llewellyn lloyd loftus lois lorenzo louis louise lowell lucas lucius luigi
  luis luke luther lyman lyndon mac manlio manuel marcel marcello marco marcos margaret maria
  mario mark marshall martin mary matthew maurice max maxwell mcgeorge mel melvin michael michel
  miguel mikhail mike milton mitchell mohamed mohammad mohammed muhammad morris murray nathan
  nathaniel neil nelson nicholas nick nicolas nikita nikolai norman oliver orville oscar otis otto
  pablo palmer pat patricia patrick paul paulo pearl pedro percy peter phil philip philippe
  phillip phillips pierre pietro rafael ralph ramon randall randolph raphael raul ray raymond rene
  rex ricardo richard rick rob robert roberto robin roderick rodger rodolfo rodrigo roger roland
  rolf roman romulo ron ronald roscoe roswell roy rudolf rufus russell ruth sam samuel sandy
  sargent saul scott sean sergei sergio seymour sherman sidney sidney simon solomon spencer
  stanislav stanley stephen sterling steve steven stewart stuart susan sven sydney ted terence
  terry thaddeus thanat theodore thomas timothy tom tomas tony tyler valentin valerian victor
  vincent virgil vladimir vyacheslav wallace walt walter ward warren wayne wellington wendell
  werner wilbur wilfred wilhelm willard william williams willis willy winston winthrop wolfgang
  woodrow yakov yuri zbigniew
`);

/** Of the common ones, those of women. */
export const FORENAMES_OF_WOMEN = wordList(`
  anna anne barbara betty carmen caroline catherine dorothy eleanor elizabeth ethel eva gloria
  helen isabel jane janet jean jeanne joan juanita katharine kay lois louise margaret maria
  marjorie mary patricia pearl phyllis ruth susan virginia
`);
