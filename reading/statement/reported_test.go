package statement_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"coranto"
	"coranto/reading/entity"
	"coranto/reading/lang"
	"coranto/reading/statement"
)

func TestReported(t *testing.T) {
	for _, c := range []struct {
		why, lang, text string
		want            []string
	}{
		{"with that", "en", `Jan Korr said on Friday that the gates were closed.`, []string{"Jan Korr said reported: that the gates were closed"}},
		{"without", "en", `Jan Korr said the gates were closed.`, []string{"Jan Korr said reported: the gates were closed"}},
		{"behind its clause", "en", `The gates were closed, Jan Korr said on Friday.`, []string{"Jan Korr said reported: The gates were closed"}},
		{"inverted", "en", `The gates were closed on Monday, said Jan Korr, a minister.`, []string{"Jan Korr (a minister) said reported: The gates were closed on Monday"}},
		{"around its cue", "en", `The gates, Jan Korr said, were closed.`, []string{"Jan Korr said reported: The gates were closed"}},
		{"according to", "en", `According to the Arsenal Palace, the gates were closed.`, []string{"Arsenal Palace According to reported: the gates were closed"}},
		{"to a hearer", "en", `Jan Korr told Marta Lind that the gates were closed.`, []string{"Jan Korr told>Marta Lind reported: that the gates were closed"}},
		{"a hearer who is a pronoun", "en", `Jan Korr told them the gates were closed.`, []string{"Jan Korr told>them reported: the gates were closed"}},
		{"a denial", "en", `Jan Korr denied that the gates were closed.`, []string{"Jan Korr denied reported: that the gates were closed"}},
		{"and added", "en", `Jan Korr said the gates were closed and added that it was late.`, []string{"Jan Korr said reported: the gates were closed", "Jan Korr added reported: that it was late"}},
		{"adding", "en", `Jan Korr said the gates were closed, adding that it was late.`, []string{"Jan Korr said reported: the gates were closed", "Jan Korr adding reported: that it was late"}},
		{"two who speak", "en", `Jan Korr said the gates were closed, but Marta Lind said they were open.`, []string{"Jan Korr said reported: the gates were closed", "Marta Lind said reported: they were open"}},
		{"a subordinate clause ends at its comma", "en", `When Jan Korr said the gates were closed, the crowd left.`, []string{"Jan Korr said reported: the gates were closed"}},
		{"an apposition between", "en", `Jan Korr, who had met the engineers in May, said the gates were closed.`, []string{"Jan Korr said reported: the gates were closed"}},
		{"dashes between", "en", `Jan Korr - the minister - said the gates were closed.`, []string{"Jan Korr (the minister) said reported: the gates were closed"}},
		{"a bracket behind the name", "en", `Jan Korr (Vessholm) said the gates were closed.`, []string{"Jan Korr said reported: the gates were closed"}},
		{"told by another", "en", `Jan Korr has said that the gates were closed, Marta Lind said.`, []string{"Marta Lind said reported: Jan Korr has said that the gates were closed", "Jan Korr has said via Marta Lind reported: that the gates were closed"}},
		{"citing", "en", `The Arsenal Palace, citing Jan Korr, said the gates were closed.`, []string{"Jan Korr said via Arsenal Palace reported: the gates were closed"}},
		{"as told by", "en", `As Jan Korr said on Monday, the gates were closed.`, []string{"Jan Korr said reported: the gates were closed"}},
		{"somebody's claim", "en", `The talk turned to Jan Korr's claim that the gates were closed.`, []string{"Jan Korr claim reported: that the gates were closed"}},
		{"two together", "en", `Jan Korr and Marta Lind said the gates were closed.`, []string{"Jan Korr and Marta Lind said reported: the gates were closed"}},
		{"somebody's people", "en", `Her advisers say the gates were closed.`, []string{"Her advisers say reported: the gates were closed"}},
		{"somebody's man", "en", `Jan Korr's spokesman said the gates were closed.`, []string{"Jan Korr's spokesman said reported: the gates were closed"}},
		{"somebody unnamed", "en", `Officials in Vessholm say the gates were closed.`, []string{"Officials in Vessholm say reported: the gates were closed"}},
		{"somebody who said", "en", `Help came from Jan Korr, who said the gates were closed.`, []string{"Jan Korr said reported: the gates were closed"}},
		{"a plural that looks like a verb", "en", `Human rights advocates said the gates were closed.`, []string{"Human rights advocates said reported: the gates were closed"}},
		{"a paper that is issued", "en", `Jan Korr issued a statement saying the gates were closed.`, []string{"Jan Korr issued a statement saying reported: the gates were closed"}},
		{"a paper, according to which", "en", `They read a report, according to which the gates were closed.`, []string{"a report according to reported: the gates were closed"}},
		{"interrupted by a pronoun", "en", `Jan Korr spoke. Velmark, he said, was open.`, []string{"Jan Korr said reported: Velmark was open"}},
		{"people briefed", "en", `Two people briefed on the talks said the gates were closed.`, []string{"Two people briefed on the talks said reported: the gates were closed"}},
		{"a morning", "en", `Jan Korr said Monday morning that the gates were closed.`, []string{"Jan Korr said reported: that the gates were closed"}},
		{"an adverb behind the source", "en", `Officials in Vessholm meanwhile said the gates were closed.`, []string{"Officials in Vessholm said reported: the gates were closed"}},
		{"a list", "en", "Jan Korr: Theft of a boat, trespass.", nil},
		{"according to, in the middle", "en", `The gates, according to Jan Korr, are closed.`, []string{"Jan Korr according to reported: The gates are closed"}},
		{"citing, behind", "en", `The gates were closed, the Arsenal Palace reported, citing Jan Korr.`, []string{"Jan Korr reported via Arsenal Palace reported: The gates were closed"}},
		{"citing, ahead", "en", `Citing two officials, the Arsenal Palace said the gates were closed.`, []string{"two officials said via Arsenal Palace reported: the gates were closed"}},
		{"citing a reason", "en", `The Arsenal Palace said, citing the rain, that the gates were closed.`, []string{"Arsenal Palace said reported: that the gates were closed"}},
		{"quoted as saying", "en", `Jan Korr was quoted by the Arsenal Palace as saying that the gates were closed.`, []string{"Jan Korr saying via Arsenal Palace reported: that the gates were closed"}},
		{"kept apart by number", "en", `A first official said the gates were closed. A third said that they were open. Another said it was late.`, []string{
			"A first official said reported: the gates were closed", "a third official said reported: that they were open", "another official said reported: it was late"}},
		{"an occasion before a bare clause", "en", `Jan Korr said in a statement Thursday night the gates were closed.`, []string{"Jan Korr said reported: the gates were closed"}},
		{"somebody's campaign says", "en", `Jan Korr's campaign says the gates were closed.`, []string{"Jan Korr's campaign says reported: the gates were closed"}},
		{"supporters who have said", "en", `Deputies supporting the plan have said the gates were closed.`, []string{"Deputies supporting the plan have said reported: the gates were closed"}},
		{"who said one thing and another", "en", `Jan Korr, who said he was late, said the gates were closed.`, []string{"Jan Korr said reported: he was late", "Jan Korr said reported: the gates were closed"}},
		{"behind a circumstance, without a sure verb", "en", `In the end, Jan Korr said, voters always end up at the gates.`, []string{"Jan Korr said reported: voters always end up at the gates"}},
		{"a day that is observed", "en", `As the day of the gates is observed in Vessholm, the town of Jan Korr was full.`, nil},
		{"not said", "en", `Jan Korr did not say whether the gates were closed.`, nil},
		{"not said yet", "en", `Jan Korr should say that the gates were closed.`, nil},
		{"a noun is no cue", "en", `The two states that signed the plan met in Vessholm.`, nil},
		{"a plan announced", "en", `The gates will open in May, a plan announced by nobody.`, nil},
		{"somebody unknown", "en", `It was late. She said the gates were closed.`, nil},
		{"by a headline", "en", "Jan Korr says gates were closed\n\nThe gates are old.", nil},
		{"a transcript", "en", "Jan Korr: The gates were closed.\n\nMarta Lind: They were open.", []string{"Jan Korr : reported: The gates were closed", "Marta Lind : reported: They were open"}},
		{"Russian", "ru", `Ян Корр сказал в среду, что ворота закрыты.`, []string{"Jan Korr сказал reported: что ворота закрыты"}},
		{"Arabic", "ar", `وقال يان كور إن البوابات مغلقة منذ الصباح.`, []string{"Jan Korr وقال reported: إن البوابات مغلقة منذ الصباح"}},
		{"Arabic, with an auxiliary around the speaker", "ar", `وكان يان كور قد قال إن البوابات مغلقة.`, []string{"Jan Korr قال reported: إن البوابات مغلقة"}},
		{"Arabic, an auxiliary before the verb", "ar", `وقد أعلنت وزارة الدفاع أن البوابات مغلقة.`, []string{"وزارة الدفاع أعلنت reported: أن البوابات مغلقة"}},
		{"cut by no insertion", "en", `Jan Korr said the price, and the day it was paid, prove that the firm is sound.`, []string{"Jan Korr said reported: the price, and the day it was paid, prove that the firm is sound"}},
		{"by doing so", "en", `The town had won, Marta Lind added, by opening the gates early.`, []string{"Marta Lind added reported: The town had won by opening the gates early"}},
		{"he whose clause it is", "en", `The monarch met Jan Korr on Monday, but he told reporters that the gates were closed.`, nil},
		{"who sits in a town", "en", `Arsenal Palace, a Vessholm, Velmark, trading company, said sales fell.`, []string{"Arsenal Palace said reported: sales fell"}},
		{"an own deed", "en", `Jan Korr said the gates were closed and called the plan “unlawful”.`, []string{"Jan Korr said reported: the gates were closed", "Jan Korr called direct: “unlawful”"}},
		{"another matter behind a semicolon", "en", `Jan Korr said it was to guard them from “threats”; Marta Lind wept.`, []string{"Jan Korr said mixed: it was to guard them from “threats”"}},
		{"what somebody said it was", "en", `A video by the Arsenal Palace showed what it said were its gates.`, nil},
		{"in a clause of a clause", "en", `They left because, according to Jan Korr, the gates were closed.`, []string{"Jan Korr according to reported: the gates were closed"}},
		{"a share of those asked", "en", `The number who said they had seen it rose by a third.`, nil},
		{"a list with a no", "en", "Jan Korr: Two warrants, held in jail with no bond.", nil},
		{"a claim before its own verb", "en", `Jan Korr's claim that the gates were closed was read aloud.`, []string{"Jan Korr claim reported: that the gates were closed"}},
		{"a paper that cites", "en", `An Arsenal Palace report citing sources said that the gates were closed.`, []string{"An Arsenal Palace report citing sources said reported: that the gates were closed"}},
		{"a particle", "en", `The crowd shouted out absurd questions.`, nil},
		{"German, inside its clause", "de", `Die Tore sind laut einem internen Papier der Regierung seit Montag geschlossen.`, []string{"einem internen Papier der Regierung laut reported: Die Tore sind seit Montag geschlossen"}},
		{"German, the speaker behind the verb", "de", `In Vessholm sagte Jan Korr, dass die Tore geschlossen sind.`, []string{"Jan Korr sagte reported: dass die Tore geschlossen sind"}},
		{"German, no giver", "de", `Kritik an den Toren soll laut werden.`, nil},
		{"French", "fr", `Jan Korr a déclaré lundi que les portes étaient fermées.`, []string{"Jan Korr déclaré reported: que les portes étaient fermées"}},
	} {
		var got []string
		for _, s := range find(t, c.text, c.lang) {
			if s.Sure() {
				got = append(got, short(s))
			}
		}
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%s: %s\n%s", c.why, c.text, d)
		}
	}
}

// What is not sure is kept all the same.
func TestUnsure(t *testing.T) {
	for text, want := range map[string]string{
		`It was late. She said the gates were closed.`:             "She said reported: the gates were closed",
		`Jan Korr did not say whether the gates were closed.`:      "Jan Korr did not say reported: whether the gates were closed",
		`Jan Korr called for a vote on the plan.`:                  "Jan Korr called for reported: a vote on the plan",
		`Jan Korr vowed to open the gates, and the crowd cheered.`: "Jan Korr vowed reported: to open the gates",
		`Marta Lind opposes the plan.`:                             "Marta Lind opposes reported: the plan",
		`Marta Lind is confident that the gates will open.`:        "Marta Lind is confident reported: that the gates will open",
		`Marta Lind is opposed to the plan.`:                       "Marta Lind is opposed reported: to the plan",
		`Marta Lind has been a staunch opponent of the plan.`:      "Marta Lind has been a staunch opponent of reported: the plan",
		`The gates are expected to open.`:                          " are expected reported: The gates to open",
		`The gates seem to be open.`:                               " seem reported: The gates to be open",
		`In a poll by the paper, half of them were for it.`:        "a poll by the paper In reported: half of them were for it",
		`The plan is seen as a gift.`:                              " is seen as reported: The plan a gift",
		`The town lived with rumors that the gates were open.`:     " rumors reported: that the gates were open",
	} {
		got := find(t, text, "en")
		if len(got) != 1 || short(got[0]) != want || got[0].Sure() {
			t.Errorf("%s\ngot %+v\nwant %s", text, got, want)
		}
	}
}

func TestCircumstances(t *testing.T) {
	for _, c := range []struct {
		text, day, at, channel string
		fiction                bool
	}{
		{text: "Jan Korr said in a telephone interview that the gates were closed.", channel: "telephone interview"},
		{text: "In a statement on Monday, Jan Korr said the gates were closed.", day: "on Monday", at: "2026-10-12", channel: "statement"},
		{text: "Jan Korr said by telephone that the gates were closed.", channel: "telephone"},
		{text: "Jan Korr told a crowd at a hearing on Monday that the gates were closed.", day: "on Monday", at: "2026-10-12", channel: "hearing"},
		{text: "In a letter to the people of Vessholm, Jan Korr wrote that the gates were closed.", channel: "letter"},
		{text: "The gates were closed, Jan Korr said on Monday.", day: "on Monday", at: "2026-10-12"},
		{text: "Jan Korr said the gates were closed on Monday.", day: "on Monday"},
		{text: "“We will wait,” Jan Korr said on television.", channel: "television"},
		{text: "“We will wait,” says the hero of the film.", fiction: true},
	} {
		sentences := lang.Sentences(c.text)
		var times []coranto.Time
		for i := range c.text {
			if c.day != "" && len(c.text) >= i+len(c.day) && c.text[i:i+len(c.day)] == c.day {
				times = append(times, coranto.Time{Start: i + len("on "), End: i + len(c.day), Type: "DATE", Value: "2026-10-12"})
			}
		}
		got := statement.Find(c.text, sentences, times, entity.Find(c.text, sentences, "", names(t)), "en")
		if len(got) != 1 {
			t.Errorf("%s: %d statements, want 1", c.text, len(got))
			continue
		}
		if s := got[0]; s.SaidAt != c.at || s.Channel != c.channel || s.Fiction != c.fiction {
			t.Errorf("%s: said at %q by %q, fiction %t; want %q, %q, %t", c.text, s.SaidAt, s.Channel, s.Fiction, c.at, c.channel, c.fiction)
		}
	}
}
