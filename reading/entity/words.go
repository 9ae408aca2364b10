package entity

import "strings"

// The words by which names are told apart. Lower case; facts of usage, written
// by us.

// roleWords are offices, ranks and trades that stand before or behind the name
// of a person ("spokesperson Dana Holt", "Dana Holt, an analyst").
const roleWords = `
president vice-president minister premier chancellor secretary ambassador envoy senator congressman congresswoman congressperson representative governor mayor
lawmaker legislator deputy mp mep councillor councilman councilwoman commissioner chairman chairwoman chairperson chair speaker spokesman spokeswoman spokesperson
king queen prince princess emperor empress sultan emir sheikh shah pope patriarch archbishop bishop cardinal ayatollah imam rabbi pastor reverend priest
general colonel major captain lieutenant sergeant corporal admiral commodore commander brigadier marshal corporal private officer chief head director
leader co-leader founder co-founder ceo chief executive manager boss owner aide adviser advisor counsel counselor attorney lawyer solicitor prosecutor judge justice sheriff
detective inspector superintendent analyst expert economist strategist researcher scientist professor doctor historian author writer novelist poet journalist reporter
correspondent editor columnist commentator presenter host broadcaster blogger activist campaigner dissident organizer organiser coordinator diplomat negotiator
candidate nominee challenger incumbent opponent contender operative pollster lobbyist donor politician statesman treasurer auditor
actor actress singer musician guitarist drummer bassist vocalist composer conductor rapper artist painter sculptor architect photographer designer director producer filmmaker
member frontman bandleader player footballer striker midfielder defender goalkeeper coach trainer quarterback pitcher boxer wrestler athlete sprinter swimmer cyclist driver golfer skipper captain referee umpire
teacher student teenager pupil principal dean provost chancellor pilot astronaut cosmonaut engineer physicist chemist biologist mathematician philosopher physician surgeon nurse psychologist
businessman businesswoman entrepreneur billionaire banker investor trader farmer fisherman shopkeeper driver worker resident villager refugee survivor witness
father mother son daughter brother sister wife husband widow uncle aunt cousin nephew niece grandfather grandmother grandson friend colleague partner
militant gunman suspect defendant convict fighter warlord dictator ruler monarch heir successor predecessor counterpart veteran soldier sailor
président présidente ministre premier porte-parole chef dirigeant dirigeante secrétaire ambassadeur ambassadrice député députée sénateur maire général directeur directrice roi reine
präsident präsidentin minister ministerin außenminister außenministerin verteidigungsminister innenminister finanzminister kanzler kanzlerin bundeskanzler bundeskanzlerin ministerpräsident ministerpräsidentin bundespräsident sprecher sprecherin regierungssprecher chef chefin vorsitzender vorsitzende abgeordneter abgeordnete bürgermeister bürgermeisterin botschafter
presidente presidenta ministro ministra portavoz canciller secretario secretaria embajador gobernador alcalde senador diputado diputada rey líder jefe
premier ministra portavoce segretario sindaco deputato cancelliere ambasciatore re leader capo presidentessa
porta-voz chanceler prefeito embaixador governador deputado senadora
minister-president woordvoerder voorzitter burgemeester ambassadeur koning leider staatssecretaris premier
президент президента президентом министр министра премьер премьер-министр глава пресс-секретарь представитель представительница посол депутат сенатор губернатор мэр генерал секретарь директор лидер канцлер король советник помощник
президентка міністр прем'єр речник речниця посол голова`

// honorifics stand before a surname alone.
const honorifics = `mr mrs ms miss mx dr prof sir dame lord lady sen rep gov gen adm col maj capt lt sgt cpl pvt rev hon fr msgr st messrs
president minister chancellor secretary senator governor mayor judge justice general admiral colonel captain sheriff congressman congresswoman ambassador king queen prince princess pope
herr frau monsieur madame mme señor señora signor signora senhor senhora господин госпожа пан`

// particles stand inside a name without a capital.
const particles = `de da do dos das del della di du des la le van von der den ter ten bin ibn bint al el ul abu y e af av zu zur`

// openers begin sentences and titles and are no part of a name.
const openers = `the a an this that these those his her its their our my your he she it they we i you who what when where why how which while as at by for from in into of off on onto out over to toward towards under up upon with within without
and or but nor so yet if then than though although because since until unless once after before during despite amid among between against about above across along around behind below beneath beside besides beyond near through throughout
not no yes all any both each every either neither some such only own same other another more most much many few several less least no nobody nothing none one two three four five six seven eight nine ten
is are was were be been being am do does did has have had having can could may might must shall should will would let
also again already always ever never now soon still just even perhaps maybe however therefore thus meanwhile moreover furthermore nevertheless nonetheless indeed instead later earlier today yesterday tomorrow tonight recently currently finally first second third last next here there
according asked speaking addressing following including given like unlike per via versus vs
monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december
said says say told added president's former ex acting late new old
der die das den dem des ein eine einen einem einer und oder aber wenn weil dass mit von zu zum zur im in am an auf aus bei nach vor über unter für gegen ohne um er sie es wir ihr ich nicht auch noch nur schon so wie was wer wo
le la les un une des du de et ou mais donc car ni que qui dans en sur sous avec sans pour par contre chez vers il elle ils elles nous vous je ce cette ces son sa ses leur lui
el la los las un una unos unas y o pero que en con sin por para según sobre entre desde hasta su sus este esta estos estas él ella ellos
il lo la i gli le un uno una e o ma che di da in con su per tra fra del della dei nel nella al alla
o a os as um uma e ou mas que em no na nos nas do da dos das por para com sem seu sua
de het een en of maar dat die in op met van voor door naar bij zijn haar hij zij
и а но или что как в на с по за из от до для при об о у к не это он она они мы вы я его ее их
та але або що як у в на з із за до від для при про`

// orgHeads end the names of bodies ("Harbour Workers Union") or, before "of" and
// "for", begin them ("Ministry of Defence").
const orgHeads = `ministry department university college institute academy council committee commission agency party bank corps army navy force forces court parliament senate congress union association federation
confederation foundation organization organisation group company corporation corp inc ltd llc plc bureau administration authority board church club league society network news times post journal press gazette tribune herald
radio television airlines airways records brigade division regiment battalion squadron fleet fund trust assembly alliance coalition guard guards service services police orchestra fc institution laboratory laboratories museum
airline railway railways industries motors pictures studios entertainment systems technologies holdings partners associates center centre secretariat directorate tribunal consortium chamber caucus front movement
universität ministerium partei institut université ministère universidad ministerio partido`

// placeHeads end the names of grounds ("Varn Valley").
const placeHeads = `river lake mountain mountains island islands county province region oblast district valley bay sea ocean gulf strait straits peninsula street avenue road park airport square bridge desert
forest beach hills creek canal harbor harbour port heights plateau basin coast township prefecture governorate falls canyon reef cape crossing boulevard highway`

// saying are words next to which a capitalised sequence is likely a person.
const saying = `said says told tells added born noted stressed warned argued explained insisted wrote recalled replied answered claimed announced acknowledged admitted observed remarked tweeted testified joked`

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

var (
	isRole      = set(roleWords)
	isHonorific = set(honorifics)
	isParticle  = set(particles)
	isOpener    = set(openers)
	isOrgHead   = set(orgHeads)
	isPlaceHead = set(placeHeads)
	isSaying    = set(saying)
)

// roleClass joins the words for one role; what is not listed is its own class.
var roleClass = map[string]string{
	"spokesman": "spokesperson", "spokeswoman": "spokesperson", "chairman": "chair", "chairwoman": "chair", "chairperson": "chair",
	"advisor": "aide", "adviser": "aide", "premier": "prime", "congressman": "representative", "congresswoman": "representative",
	"boss": "chief", "head": "chief", "sprecherin": "sprecher", "kanzlerin": "kanzler", "ministerin": "minister", "présidente": "président",
	"presidenta": "presidente", "ministra": "ministro", "lawyer": "attorney", "businesswoman": "businessman",
}

func class(role string) string {
	if c := roleClass[role]; c != "" {
		return c
	}
	return role
}

// leading are the roles that "leader" may mean.
var leading = set(`president prime chancellor king queen emperor sultan emir leader kanzler chief ruler`)

// givenNames are common first names in Latin script.
const givenNames = `Aaron Abdul Abdullah Abigail Adam Adrian Agnes Ahmad Ahmed Alan Albert Alejandro Alex Alexander Alexandra Alexei Alfred Ali Alice Alison Allen Amanda Amir Amy Ana Anastasia Anders Andre Andrea Andreas Andrei Andrew Andrey Andy Angela Anita Ann Anna Anne Annie Anthony Antoine Anton Antonio Arthur Ashley Aung
Barbara Barry Beatrice Ben Benjamin Bernard Bernd Bernie Beth Betty Bill Billy Bob Bobby Boris Brad Bradley Brandon Brenda Brian Bridget Bruce Bruno Bryan Carl Carla Carlo Carlos Carol Caroline Catherine Cecilia Charles Charlie Charlotte Chris Christian Christina Christine Christopher Claire Clara Claude Claudia Colin Connor Craig Cynthia
Dan Daniel Daniela Danny Dave David Dean Deborah Debbie Denis Dennis Derek Diana Diane Diego Dieter Dimitri Dirk Dmitri Dmitriy Dmitry Dominic Don Donald Donna Dorothy Doug Douglas Duncan Dylan Earl Ed Eddie Edgar Edith Eduardo Edward Edwin Eileen Elaine Eleanor Elena Elias Elizabeth Ellen Elliot Emily Emma Enrico Enrique Eric Erik Ernest Ethan Eugene Eva Evan Evelyn Evgeny
Fatima Felix Fernando Fiona Florence Frances Francesca Francesco Francis Francisco Franco Frank Franz Fred Frederick Friedrich Gabriel Gareth Gary Gavin Geoff Geoffrey George Gerald Gerard Gerhard Gianni Giovanni Giuseppe Gloria Gordon Grace Graham Greg Gregory Guillermo Gunther Gustav Guy Hannah Hans Harold Harry Harvey Hassan Heather Heidi Heinrich Helen Helena Helmut Henri Henry Herbert Herman Hillary Howard Hubert Hugh Hugo Hussein
Ian Ibrahim Igor Ilya Ingrid Irene Irina Isaac Isabel Isabella Ismail Ivan Jack Jackie Jacob Jacques Jaime Jake Jakob James Jamie Jan Jane Janet Janice Jason Javier Jay Jean Jeff Jeffrey Jennifer Jeremy Jerome Jerry Jesse Jessica Jesus Jill Jim Jimmy Joan Joanna Joe Joel Johan Johann Johannes John Johnny Jon Jonathan Jorge Jose Josef Joseph Josh Joshua Joyce Juan Judith Judy Julia Julian Julie Julius Jürgen Justin
Karen Karl Karin Kate Katherine Kathleen Kathy Katie Keith Ken Kenneth Kevin Khalid Khaled Kim Klaus Konstantin Kurt Kyle Lars Larry Laura Lauren Laurence Lawrence Leila Len Leo Leon Leonard Leonid Leslie Lewis Liam Lilian Linda Lisa Lloyd Lorenzo Louis Louise Luc Lucas Lucy Luigi Luis Luke Lydia Lyudmila Madeleine Mahmoud Malcolm Manfred Manuel Marc Marcel Marcia Marco Marcus Margaret Maria Marian Marianne Marie Marina Mario Marion Marjorie Mark Markus Martha Martin Marvin Mary Matt Matthew Matthias Maureen Maurice Max Maxim Megan Mehdi Melanie Melissa Michael Michel Michelle Miguel Mike Mikhail Milan Miriam Mitchell Mohamed Mohammad Mohammed Mohsen Moira Molly Monica Muhammad Mustafa
Nadia Nancy Naomi Natalia Natalie Natasha Nathan Neil Nelson Nicholas Nick Nicola Nicolas Nicole Nigel Nikita Nikolai Nikolay Nina Noah Nora Norman Oleg Oleksandr Olga Oliver Olivia Olivier Omar Oscar Otto Owen Pablo Pamela Pat Patricia Patrick Paul Paula Pauline Pavel Pedro Peggy Penelope Per Peter Petra Phil Philip Philippe Phillip Pierre Piotr Rachel Rafael Ralph Ramon Randy Raphael Raul Ray Raymond Rebecca Reinhard Reza Ricardo Richard Rick Rob Robert Roberto Robin Rodney Rodrigo Roger Roland Roman Ron Ronald Rosa Rose Roy Rudolf Rudy Rupert Russell Ruth Ryan
Said Sally Salman Sam Samantha Samir Samuel Sandra Sara Sarah Scott Sean Sebastian Serge Sergei Sergey Sergio Seth Shane Sharon Sheila Shirley Silvia Silvio Simon Sofia Sonia Sophia Sophie Stacey Stan Stanley Stefan Stefano Stella Stephanie Stephen Steve Steven Stuart Sue Susan Suzanne Sven Svetlana Sylvia Tamara Tania Tara Tatiana Ted Teresa Terry Theodore Theresa Thomas Tim Timothy Tina Todd Tom Tommy Tony Tracy Trevor Tyler Ulrich Ursula Valentina Valerie Vanessa Vera Veronica Victor Victoria Viktor Vincent Viktoria Virginia Vitaly Vladimir Volodymyr Wade Walter Wanda Warren Wayne Wendy Werner Wilhelm Will William Willie Wolfgang Yasser Yitzhak Yuri Yury Yusuf Yulia Yves Zachary`
