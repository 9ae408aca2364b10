package figure_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"coranto"
	"coranto/reading/entity"
	"coranto/reading/figure"
	"coranto/reading/lang"
	"coranto/reading/statement"
	"coranto/reading/when"
)

// world is an invented one, so that nothing rests on the built-in names.
const world = `
[[state]]
name = "Velmark"
demonyms = ["Velmarkian"]
capital = "Vessholm"

[[state]]
name = "Rodvania"
demonyms = ["Rodvanian"]

[[person]]
name = "Jan Korr"
aliases = ["Korr"]

[[organisation]]
name = "Meridian"
kind = "agency"
`

func names(t testing.TB) *entity.Names {
	t.Helper()
	n, err := entity.ParseNames(strings.NewReader(world), "world.toml")
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// read is what the rooms before this one find in a text.
func read(t testing.TB, text, language string) (s []coranto.Span, times []coranto.Time, e []coranto.Entity, st []coranto.Statement) {
	s = lang.Sentences(text)
	times = when.Find(text, s, "2026-10-20", language)
	e = entity.Find(text, s, "", names(t))
	return s, times, e, statement.Find(text, s, times, e, language)
}

func find(t testing.TB, text, language string) []coranto.Figure {
	s, times, e, st := read(t, text, language)
	return figure.Find(text, s, times, e, st, language)
}

// short shows a figure as "what: bound value-max unit < giver [words]".
func short(text string, f coranto.Figure) string {
	out := f.What + ":"
	if f.Bound != figure.Exact {
		out += " " + f.Bound
	}
	out += fmt.Sprintf(" %.12g", f.Value)
	if f.Max != nil {
		out += fmt.Sprintf("-%.12g", *f.Max)
	}
	if f.Unit != "" {
		out += " " + f.Unit
	}
	if f.AttributedTo != "" {
		out += " < " + f.AttributedTo
	}
	return out + " [" + text[f.Start:f.End] + "]"
}

type example struct {
	why, text string
	want      []string
}

func check(t *testing.T, language string, examples []example) {
	t.Helper()
	for _, c := range examples {
		var got []string
		for _, f := range find(t, c.text, language) {
			got = append(got, short(c.text, f))
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: %q (-want +got)\n%s", c.why, c.text, diff)
		}
	}
}

func TestFates(t *testing.T) {
	check(t, "en", []example{
		{"passive", "Twelve people were killed in the port.", []string{"killed: 12 [Twelve people were killed]"}},
		{"active", "The blast killed at least 12 people and wounded 30.", []string{"killed: at least 12 [killed at least 12 people]", "wounded: 30 [wounded 30]"}},
		{"left dead", "The storm has left about 40 people dead.", []string{"killed: about 40 [about 40 people dead]"}},
		{"reported missing", "Seventeen people are reported missing.", []string{"missing: 17 [Seventeen people are reported missing]"}},
		{"nouns", "There were 12 deaths and 45 injuries.", []string{"killed: 12 [12 deaths]", "wounded: 45 [45 injuries]"}},
		{"deaths of", "It followed the deaths of three soldiers.", []string{"soldiers killed: 3 [deaths of three soldiers]"}},
		{"who", "Two border guards were shot dead.", []string{"border guards killed: 2 [Two border guards were shot dead]"}},
		{"toll", "The death toll from the floods has risen to 19.", []string{"killed: 19 [death toll from the floods has risen to 19]"}},
		{"toll far before its number", "The number of people known to have died in last week's attack on the oil terminal of Port Arlen's northern quay has risen to 17, the Health Ministry said. The doctors' union put it at 21.", []string{"killed: 17 < Health Ministry [number of people known to have died in last week's attack on the oil terminal of Port Arlen's northern quay has risen to 17]", "killed: 21 < the doctors' union [21]"}},
		{"toll spoken of before", "Four people were killed in the storm. The ministry reported nine on Monday. The toll stood at 14 on Tuesday.", []string{"killed: 4 [Four people were killed]", "killed: 9 < the ministry [nine]", "killed: 14 [14]"}},
		{"it, of two that were heard", "At least 17 people were killed, the Health Ministry said. The Doctors' Union put the number at 21. It was the third time that the figure rose. It reported nine on Monday.", []string{"killed: at least 17 < Health Ministry [At least 17 people were killed]", "killed: 21 < the Doctors' Union [21]"}},
		{"toll with a noun", "The death toll rose to 31 people.", []string{"killed: 31 [death toll rose to 31 people]"}},
		{"the noun left out", "The war has left at least 639 people dead in Velmark and 24 in Rodvania.", []string{
			"killed: at least 639 [at least 639 people dead]", "killed: 24 [24]"}},
		{"others", "One soldier was killed and two others wounded.", []string{"soldiers killed: 1 [One soldier was killed]", "wounded: 2 [two others wounded]"}},
		{"displaced", "The fighting displaced 500,000.", []string{"displaced: 500000 [displaced 500,000]"}},
		{"things", "The army shot down 14 of 20 drones and intercepted two missiles.", []string{"missiles intercepted: 2 [intercepted two missiles]"}},
		{"lives", "The quarrel had cost two lives, and the boat saved 12 lives.", []string{"killed: 2 [two lives]", "lives: 12 [12 lives]"}},
		{"men are not fired", "The ministry fired nine staff members.", []string{"staff members dismissed: 9 [fired nine staff members]"}},
		{"sent", "Rodvania launched 100 drones.", []string{"drones launched: 100 [launched 100 drones]"}},
		{"dozens", "Dozens of people were injured.", []string{"wounded: at least 24 [Dozens of people were injured]"}},
		{"what might be is none", "The bomb could kill 12 people. Up to 30 people could be killed.", nil},
	})
}

func TestNumbers(t *testing.T) {
	check(t, "en", []example{
		{"thousands", "It sent 76,000 troops.", []string{"troops deployed: 76000 [sent 76,000 troops]"}},
		{"words", "There were two hundred and ten ships.", []string{"ships: 210 [two hundred and ten ships]"}},
		{"million", "About half a million people live there.", []string{"people: about 500000 [About half a million people]"}},
		{"and a half", "The town has one and a half million visitors.", []string{"visitors: 1500000 [one and a half million visitors]"}},
		{"several", "Several hundred people gathered.", []string{"people: at least 300 [Several hundred people]"}},
		{"tens of thousands", "Tens of thousands of protesters marched.", []string{"protesters: at least 20000 [Tens of thousands of protesters]"}},
		{"some", "Some 3,000 houses burned.", []string{"houses: about 3000 [Some 3,000 houses]"}},
		{"range", "Between 20 and 30 ships waited, with 200-300 sailors.", []string{"ships: 20-30 [Between 20 and 30 ships]", "sailors: 200-300 [200-300 sailors]"}},
		{"no fewer", "No fewer than 40 ships sank.", []string{"ships: at least 40 [No fewer than 40 ships]"}},
		{"plus", "The fair drew 500+ visitors.", []string{"visitors: at least 500 [500+ visitors]"}},
		{"strong", "The 100,000-strong army waits.", []string{"army: 100000 [100,000-strong army]"}},
		{"further", "Over 30 more nations have applied.", []string{"nations: at least 30 [Over 30 more nations]"}},
		{"and", "It drew guests from 137 countries and territories, among them four.", []string{"countries and territories: 137 [137 countries and territories]"}},
	})
}

func TestMoneyAndMeasures(t *testing.T) {
	check(t, "en", []example{
		{"sign", "It cost $12m.", []string{"cost: 12000000 USD [$12m]"}},
		{"euros", "The €3bn bridge is closed.", []string{"bridge: 3000000000 EUR [€3bn bridge]"}},
		{"words", "They sent 12 million dollars in military aid.", []string{"military aid: 12000000 USD [12 million dollars in military aid]"}},
		{"hyphen", "A US$5-billion loan was agreed.", []string{"loan: 5000000000 USD [US$5-billion loan]"}},
		{"verb", "Trade between the two reached $1.4 billion.", []string{"trade: 1400000000 USD [$1.4 billion]"}},
		{"of", "He paid a fine of 400 euros.", []string{"fine: 400 EUR [400 euros]"}},
		{"a rate", "Oil rose to $75.30 a barrel.", []string{"oil: 75.3 USD/barrel [$75.30 a barrel]"}},
		{"another currency in brackets", "It cost $5m (£4m).", []string{"cost: 5000000 USD [$5m]"}},
		{"percent of", "Units are at 47% of full strength.", []string{"units as share of full strength: 47 percent [47% of full strength]"}},
		{"percent of another's", "The line carries 70 per cent of Velmark's imports.", []string{"share of Velmark's imports: 70 percent [70 per cent of Velmark's imports]"}},
		{"range of percent", "Prices rose 5-7 percent.", []string{"rise in prices: 5-7 percent [5-7 percent]"}},
		{"length", "It drew a 1,600 km-long line of contact.", []string{"line of contact: 1600 km [1,600 km-long line of contact]"}},
		{"depth", "The zone is already up to 12 km deep.", []string{"depth of zone: up to 12 km [up to 12 km deep]"}},
		{"goods", "It buys about 2.4 million tonnes of grain.", []string{"grain: about 2400000 tonnes [about 2.4 million tonnes of grain]"}},
		{"over with its verb", "The donors handed over 25 tents.", []string{"tents: 25 [25 tents]"}},
		{"over alone", "The donors bought over 25 tents.", []string{"tents: at least 25 [over 25 tents]"}},
		{"a rate of flow", "The flow would rise by 90 cubic metres a second.", []string{"rise in flow: 90 m³/second [90 cubic metres a second]"}},
		{"how long", "The talks, which lasted about an hour, were calm.", []string{"length of talks: about 1 hours [about an hour]"}},
		{"sentence", "He was sentenced to 12 years in prison.", []string{"prison sentence: 12 years [12 years in prison]"}},
		{"where something lies is none", "The town is 30 km north of the border, 12 miles away.", nil},
	})
}

func TestNoFigures(t *testing.T) {
	for _, text := range []string{
		"Korr, 45, has a 12-year-old son and is 30 years old.",
		"It was his third win, the 22nd of the year 2024, in the 1990s.",
		"They met in the early nineteen seventies and again in the nineteen nineties.",
		"Under Article 5 and Resolution 1701, Section 12 applies; see page 40 and No. 10.",
		"The F-16 and the S-400 flew over Flight 370 and the Boeing 737 jets.",
		"Velmark won 2-1 and then 3:0; the vote was 52-48.",
		"Nobody came: no one, and no-one, was hurt; the mother of 12 died.",
		"It is one of the 10 largest firms, open from 5 pm.",
		"Men under 35 support Korr, and 20 of Korr’s friends agree.",
		"The council voted 54-35 to reject the plan.",
		"Call 555-0199 or write to 12 Harbour Street.",
		"It opens at 9:30 and closes at 17.",
		"One of the men said one thing to another; the two leaders met.",
		"Two officials said so, and 12 people familiar with the matter agreed.",
		"In 2022, more than 1 in 10 children fell ill.",
		"The talks were held on 12 October and three times before.",
		"On the wall stood “We lost 300 men” in chalk.",
	} {
		for _, f := range find(t, text, "en") {
			t.Errorf("%q: %s", text, short(text, f))
		}
	}
}

func TestGivers(t *testing.T) {
	check(t, "en", []example{
		{"behind", "Twelve people were killed, the health ministry said on Monday.", []string{"killed: 12 < the health ministry [Twelve people were killed]"}},
		{"according to", "Twelve people were killed, according to Velmarkian officials.", []string{"killed: 12 < Velmarkian officials [Twelve people were killed]"}},
		{"according to, ahead", "According to Jan Korr, the zone is 12 km deep.", []string{"depth of zone: 12 km < Jan Korr [12 km deep]"}},
		{"before", "Rodvania said it sent 200 warplanes.", []string{"warplanes launched: 200 < Rodvania [sent 200 warplanes]"}},
		{"reported", "The ministry reported 17 deaths.", []string{"killed: 17 < the ministry [17 deaths]"}},
		{"two givers", "The ministry said 14 people had died, while the doctors' union said hospitals had counted 17 deaths.", []string{
			"killed: 14 < the ministry [14 people had died]", "killed: 17 < the doctors' union [17 deaths]"}},
		{"in a quotation", "“They lost 76,000 people there,” Jan Korr said.", []string{"lost: 76000 < Jan Korr [lost 76,000 people]"}},
		{"nobody", "Twelve people were killed.", []string{"killed: 12 [Twelve people were killed]"}},
		{"once", "Twelve people were killed. The ministry met. Twelve people were killed.", []string{"killed: 12 [Twelve people were killed]"}},
	})
}

func TestOtherLanguages(t *testing.T) {
	for language, examples := range map[string][]example{
		"fr": {{"deaths", "Les frappes ont fait au moins 12 morts et 1 500 blessés, selon le ministère.", []string{
			"killed: at least 12 < le ministère [au moins 12 morts]", "wounded: 1500 < le ministère [1 500 blessés]"}},
			{"money", "Le pont a coûté 3,5 millions d'euros et 12 millions de dollars, soit 4 %.", []string{": 4 percent [4 %]"}}},
		"de": {{"deaths", "Mindestens 12 Menschen wurden getötet und 1.500 verletzt.", []string{"killed: at least 12 [Mindestens 12 Menschen wurden getötet]", "wounded: 1500 [1.500 verletzt]"}}},
		"es": {{"deaths", "Al menos 12 personas murieron.", []string{"killed: at least 12 [Al menos 12 personas murieron]"}}},
		"it": {{"deaths", "Almeno 12 persone sono state uccise.", []string{"killed: at least 12 [Almeno 12 persone sono state uccise]"}}},
		"pt": {{"deaths", "Pelo menos 12 pessoas morreram.", []string{"killed: at least 12 [Pelo menos 12 pessoas morreram]"}}},
		"nl": {{"deaths", "Zeker 12 mensen werden gedood.", []string{"killed: at least 12 [Zeker 12 mensen werden gedood]"}}},
		"ru": {{"deaths", "Погибли не менее 12 человек, ранены 30.", []string{"killed: at least 12 [Погибли не менее 12 человек]", "wounded: 30 [ранены 30]"}}},
		"ar": {{"deaths", "مقتل ١٢ شخصا وإصابة ٣٠.", []string{"killed: 12 [مقتل ١٢ شخصا]", "wounded: 30 [وإصابة ٣٠]"}}},
		"zh": {{"deaths", "造成至少12人死亡，30人受伤。", []string{"killed: at least 12 [至少12人死亡]", "wounded: 30 [30人受伤]"}}},
		"xq": {{"signs alone", "Blah 12 blah, 47% blah $5 blah.", []string{": 47 percent [47%]", ": 5 USD [$5]"}}},
	} {
		t.Run(language, func(t *testing.T) { check(t, language, examples) })
	}
}

// What might not be so, or is of nobody knows what, is kept and not shown.
func TestNotShown(t *testing.T) {
	for _, text := range []string{
		"The deal could have brought a $17 million profit.",
		"Korr hopes for a fine of $5.",
		"The plan does not mean thousands of strikes.",
		"Analysts were expecting a 0.5% gain.",
		"It was a roughly 500% increase.",
		"About 48% disapprove of him.",
		"The cost is 30% lower.",
		"It was 100 percent accurate.",
		"Some 60% of his friends agree.",
		"You can save $250.",
		"It takes 47% of the market.",
		"They trailed by less than 1 percent of votes cast have a right to a recount.",
		"The party would need to pick up at least 15 seats.",
		"The rate was 7.2 percent.",
	} {
		for _, f := range find(t, text, "en") {
			if f.Sure() {
				t.Errorf("%q: %s", text, short(text, f))
			}
		}
	}
}

func TestWhat(t *testing.T) {
	check(t, "en", []example{
		{"what has changed", "There was a 10% increase in the price of grain.", []string{"increase in price of grain: 10 percent [10% increase in the price of grain]"}},
		{"from what", "It had profit from continuing operations of $4 million.", []string{"profit from continuing operations: 4000000 USD [$4 million]"}},
		{"the verb before", "Meridian expects operating margins of 10%.", []string{"operating margins: 10 percent [10%]"}},
		{"the verb behind", "Some 70% of adults receive it.", []string{"share of adults: about 70 percent [Some 70% of adults]"}},
		{"a body", "It has an 18,000-strong student body.", []string{"student body: 18000 [18,000-strong student body]"}},
		{"additional", "They buy up to an additional 15% of shares.", []string{"share of shares: up to 15 percent [up to an additional 15% of shares]"}},
		{"no bound", "It was a comment about 47% of the houses.", []string{"share of houses: 47 percent [47% of the houses]"}},
	})
}

// Verbs that name a sum, and those that do not.
func TestSums(t *testing.T) {
	check(t, "en", []example{
		{"raised", "The Harbour Union raised $12m.", []string{"funds raised: 12000000 USD [$12m]"}},
		{"poured into", "They poured another 25 million dollars into the port.", []string{"investment: 25000000 USD [25 million dollars]"}},
		{"announced", "Meridian announced a $3.2 billion investment in the port.", []string{"investment: 3200000000 USD < Meridian [$3.2 billion investment]"}},
		{"will", "Meridian will invest $3.2 billion.", []string{"investment: 3200000000 USD [$3.2 billion]"}},
		{"passive", "Some $5 million was spent on gates.", []string{"spending: about 5000000 USD [Some $5 million was spent]"}},
		{"cost of", "The new bridge cost $12m.", []string{"cost of new bridge: 12000000 USD [$12m]"}},
		{"of a person nothing", "Korr rose to $4 million.", []string{": 4000000 USD [$4 million]"}},
		{"behind a rate", "They would save the $5,000 a year people pay.", []string{": 5000 USD/year [$5,000 a year]"}},
	})
}

func TestBallots(t *testing.T) {
	check(t, "en", []example{
		{"passed", "The council voted 54-35 to build the bridge.", []string{"votes for: 54 [54]", "votes against: 35 [35]"}},
		{"rejected", "The council rejected the bridge by a vote of 54 to 35.", []string{"votes against: 54 [54]", "votes for: 35 [35]"}},
		{"approved", "The plan was approved on a 12-3 vote.", []string{"votes for: 12 [12]", "votes against: 3 [3]"}},
		{"needed", "The plan needs at least 60 votes, and Korr is 71 delegates short.", []string{"votes needed: at least 60 [at least 60 votes]", "delegates short: 71 [71 delegates short]"}},
	})
}

func TestSharedFates(t *testing.T) {
	check(t, "en", []example{
		{"a place between", "At least 106 protesters in 21 cities have been killed.", []string{"protesters killed: at least 106 [At least 106 protesters in 21 cities have been killed]"}},
		{"including", "The blast killed 200 people, including 12 sailors.", []string{"killed: 200 [killed 200 people]", "sailors killed: 12 [12 sailors]"}},
		{"what was done to them", "Seventeen people have been indicted in the case.", []string{"indicted: 17 [Seventeen people have been indicted]"}},
		{"an insertion between", "At least 74, including eight sailors, were killed in the port.", []string{"killed: at least 74 [At least 74, including eight sailors, were killed]"}},
		{"along with", "Some 200 sailors were killed in the port, along with five Velmarkian workers.", []string{"sailors killed: about 200 [Some 200 sailors were killed]", "Velmarkian workers killed: 5 [five Velmarkian workers]"}},
		{"still going on", "Meridian is laying off 300 people.", []string{"dismissed: 300 [laying off 300 people]"}},
		{"and", "The storm killed his mother and 10 other people.", []string{"killed: 10 [10 other people]"}},
		{"fell ill", "Three sailors from the port became sick.", []string{"sailors ill: 3 [Three sailors from the port became sick]"}},
		{"letters are not launched", "She sent 34,000 letters, and Korr captured 19 districts.", []string{"letters: 34000 [34,000 letters]", "districts: 19 [19 districts]"}},
		{"a poll released", "It was a poll of 400 registered voters released on Friday.", []string{"registered voters: 400 [400 registered voters]"}},
		{"a party", "Six Republicans voted.", []string{"Republicans: 6 [Six Republicans]"}},
		{"cut into words", "The army lost 2 , 500 soldiers .", []string{"soldiers lost: 2500 [lost 2 , 500 soldiers]"}},
	})
}

func TestShares(t *testing.T) {
	check(t, "en", []example{
		{"what they do", "Some 30% of voters support the plan.", []string{"share of voters who support the plan: about 30 percent [Some 30% of voters support the plan]"}},
		{"in a place", "About 54% of women in Vessholm own a boat.", []string{"share of women who own a boat: about 54 percent [About 54% of women in Vessholm own a boat]"}},
		{"what makes it up", "Defence spending was 2.3% of gross domestic product.", []string{"defence spending as share of gross domestic product: 2.3 percent [2.3% of gross domestic product]"}},
		{"whose", "Meridian won 34% of the vote.", []string{"Meridian's share of vote: 34 percent [34% of the vote]"}},
		{"a rate", "A 25% tariff is due.", []string{"tariff: 25 percent [25% tariff]"}},
	})
}

func TestGiversNot(t *testing.T) {
	check(t, "en", []example{
		{"who was spoken to", "Speaking to 2,000 sailors, Jan Korr said it was late.", []string{"sailors: 2000 [2,000 sailors]"}},
		{"who was told", "Meridian was told that 300 ships waited.", []string{"ships: 300 [300 ships]"}},
		{"the writer goes on", "Jan Korr said it was late, although 300 ships waited.", []string{"ships: 300 [300 ships]"}},
		{"what was announced", "Meridian, which has 45 ships, announced a plan.", []string{"ships: 45 [45 ships]"}},
		{"the town of a firm", "Meridian, Vessholm, Velmark, said it bought 300 ships.", []string{"ships: 300 < Meridian [300 ships]"}},
		{"the writer's aside", "Jan Korr said Velmark — which has 45 ships — was late, and that Rodvania (with 12 ships) was not.", []string{"ships: 45 [45 ships]", "ships: 12 [12 ships]"}},
		{"what says nothing", "The bombings in Velmark claimed at least 217 lives.", []string{"killed: at least 217 [at least 217 lives]"}},
		{"a paper", "Some 300 ships waited, according to data compiled over the weekend.", []string{"ships: about 300 < data [Some 300 ships]"}},
	})
}
