package statement_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"coranto"
	"coranto/reading/entity"
	"coranto/reading/lang"
	"coranto/reading/statement"
)

// world is an invented one, so that nothing rests on the built-in names.
const world = `
[[state]]
name = "Velmark"
demonyms = ["Velmarkian"]
capital = "Vessholm"

[[organisation]]
name = "Arsenal Palace"
aliases = ["the Arsenal"]
state = "Velmark"

[[person]]
name = "Jan Korr"
aliases = ["Korr", "Ян Корр", "Корр", "يان كور", "扬·科尔"]

[[person]]
name = "Marta Lind"
aliases = ["Lind", "Марта Линд"]

[[person]]
name = "Orel Dahl"
`

func names(t testing.TB) *entity.Names {
	t.Helper()
	n, err := entity.ParseNames(strings.NewReader(world), "world.toml")
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func find(t testing.TB, text, language string) []coranto.Statement {
	sentences := lang.Sentences(text)
	return statement.Find(text, sentences, nil, entity.Find(text, sentences, "", names(t)), language)
}

// short shows a statement as "speaker (role) cue>addressee mode: text".
func short(s coranto.Statement) string {
	out := s.Speaker
	if s.Role != "" {
		out += " (" + s.Role + ")"
	}
	out += " " + s.Cue
	if s.Addressee != "" {
		out += ">" + s.Addressee
	}
	if s.RelayedBy != "" {
		out += " via " + s.RelayedBy
	}
	return out + " " + s.Mode + ": " + s.Text
}

func TestFind(t *testing.T) {
	for _, c := range []struct {
		why, lang, text string
		want            []string
	}{
		{"cue behind", "en", `“We will wait,” Foreign Minister Jan Korr said.`, []string{`Jan Korr (Foreign Minister) said direct: “We will wait,”`}},
		{"inverted cue with an apposition", "en", `"We will wait," said Jan Korr, a minister of Velmark.`, []string{`Jan Korr (a minister of Velmark) said direct: "We will wait,"`}},
		{"cue before", "en", `Jan Korr told reporters on Monday: "We will wait."`, []string{`Jan Korr told>reporters direct: "We will wait."`}},
		{"split by its cue", "en", `"We will wait," Jan Korr said, "and then we will see."`, []string{`Jan Korr said direct: "We will wait," "and then we will see."`}},
		{"going on behind its cue", "en", `"We will wait," Jan Korr said. "Then we will see."`, []string{`Jan Korr said direct: "We will wait," "Then we will see."`}},
		{"running on over paragraphs", "en", "“We will wait,” Jan Korr said. “Nobody hurries us.\n\n“Then we will see.”", []string{`Jan Korr said direct: “We will wait,” “Nobody hurries us. “Then we will see.”`}},
		{"single marks with apostrophes inside", "en", `'Velmark's friends know that the leaders' demands won't change,' Jan Korr said.`, []string{`Jan Korr said direct: 'Velmark's friends know that the leaders' demands won't change,'`}},
		{"a quotation inside", "en", `'I told them, 'Wait a little.' They did not,' Jan Korr said.`, []string{`Jan Korr said direct: 'I told them, 'Wait a little.' They did not,'`}},
		{"a verb that is no cue", "en", `Marta Lind stood at the gauge. “Plus nine,” she calls to the bank. “Go home,” Marta Lind fumed.`, []string{`Marta Lind calls direct: “Plus nine,”`, `Marta Lind fumed direct: “Go home,”`}},
		{"announced by a colon", "en", "Jan Korr told reporters on Monday:\n\n“We will wait.”", []string{`Jan Korr told direct: “We will wait.”`}},
		{"British comma", "en", `‘We will wait’, said Jan Korr.`, []string{`Jan Korr said direct: ‘We will wait’`}},
		{"a reported clause with words inside", "en", `Jan Korr said on Friday that the plan was "a gift" to Velmark.`, []string{`Jan Korr said mixed: that the plan was "a gift" to Velmark`}},
		{"such a clause before its cue", "en", `The plan is a "gift" to Velmark, Jan Korr said.`, []string{`Jan Korr said mixed: The plan is a "gift" to Velmark`}},
		{"such a clause around its cue", "en", `The plan, Jan Korr said, is "a gift" to Velmark.`, []string{`Jan Korr said mixed: The plan is "a gift" to Velmark`}},
		{"adding", "en", `The plan is a "gift", Jan Korr told reporters, adding that it "will be opened."`, []string{`Jan Korr told>reporters mixed: The plan is a "gift"`, `Jan Korr adding mixed: that it "will be opened."`}},
		{"a name for something", "en", `Velmark called the plan "unlawful and cowardly".`, []string{`Velmark called direct: "unlawful and cowardly"`}},
		{"a name given in the passive", "en", `The talks were described as "friendly" by the president's aide Jan Korr.`, []string{`Jan Korr (president's aide) described direct: "friendly"`}},
		{"according to", "en", `"No decision was made," according to the Arsenal Palace.`, []string{`Arsenal Palace according to direct: "No decision was made,"`}},
		{"nobody named", "en", `"It may take years," a third official, close to Jan Korr, said.`, []string{`a third official, close to Jan Korr said direct: "It may take years,"`}},
		{"somebody's people are not himself", "en", `"It may take years," Korr aides said.`, []string{`Korr aides said direct: "It may take years,"`}},
		{"he", "en", `Jan Korr arrived on Monday. "We will wait," he said.`, []string{`Jan Korr said direct: "We will wait,"`}},
		{"he, of two", "en", `Jan Korr arrived with an aide. The doors were opened for Orel Dahl. "We will wait," he said.`, nil},
		{"he, not Marta", "en", `Jan Korr arrived with an aide. The doors were opened for Marta Lind. "We will wait," he said.`, []string{`Jan Korr said direct: "We will wait,"`}},
		{"a name before other people", "en", `"We will wait," said Lind campaign manager Jan Korr.`, []string{`Jan Korr (Lind campaign manager) said direct: "We will wait,"`}},
		{"as somebody said of something else", "en", `The plan is late - as Korr has said - and he can "guarantee" it.`, nil},
		{"she is not a Mr", "en", `Mr. Jan Korr spoke. "We will wait," Mr. Korr said. "It is late," she said.`, []string{`Jan Korr said direct: "We will wait,"`}},
		{"a dateline is no part of it", "en", `VESSHOLM: Velmark will take “all measures” against it, Jan Korr said.`, []string{`Jan Korr said mixed: Velmark will take “all measures” against it`}},
		{"a headline", "en", "Korr says plan is \"a gift\" to Velmark\n\nThe plan was read on Monday.", nil},
		{"two who say it", "en", `Jan Korr told them that the plan was "a gift," Marta Lind said.`, []string{`Jan Korr told>them mixed: that the plan was "a gift,"`}},
		{"relayed", "en", `Jan Korr said the plan was "a gift", according to the Arsenal Palace.`, []string{`Jan Korr said via Arsenal Palace mixed: the plan was "a gift"`}},
		{"a role before the name it belongs to", "en", `“We will wait,” said Velmark’s foreign minister, Jan Korr.`, []string{`Jan Korr (Velmark’s foreign minister) said direct: “We will wait,”`}},
		{"a question", "en", `“Why should we wait?” Jan Korr asked. “It is late.”`, []string{`Jan Korr asked direct: “Why should we wait?” “It is late.”`}},
		{"behind a question put to him", "en", `When asked about Lind's claim that the plan was 'a gift', Jan Korr smiled, adding: 'We're not going to wait.'`, []string{`Jan Korr adding direct: 'We're not going to wait.'`}},
		{"signed", "en", "“We will wait. It is late.” — Jan Korr, Vessholm\n\nThe rain went on.", []string{`Jan Korr (Vessholm) — direct: “We will wait. It is late.”`}},
		{"dashes that sign nothing", "en", "“We will wait.” — a line that nobody heard — was read.", nil},
		{"a long apposition", "en", `“We will wait,” Jan Korr, a fellow of the institute in Vessholm, Velmark, and author of the plan, said.`, []string{`Jan Korr (a fellow of the institute in Vessholm, Velmark, and author of the plan) said direct: “We will wait,”`}},
		{"he of whom the words are", "en", `Jan Korr was asked in. “He was late and he knew it,” he said.`, nil},
		{"what somebody unnamed calls it", "en", `Jan Korr said it was late. The minister spoke of what he called a “cowardly act”.`, []string{`Jan Korr said reported: it was late`}},
		{"quoted by another", "en", `“The gates are closed,” the Arsenal Palace quoted Jan Korr as saying.`, []string{`Jan Korr saying via Arsenal Palace direct: “The gates are closed,”`}},
		{"a quotation that ends a crosshead", "en", "Minister says gates “closed for ever”\n\nThe rain went on.", nil},
		{"a quotation inside one", "en", `“He told me, ‘Wait a little,’ and I did,” Jan Korr said.`, []string{`Jan Korr said direct: “He told me, ‘Wait a little,’ and I did,”`}},
		{"split within a sentence", "en", `“We,” Jan Korr said, “will wait.”`, []string{`Jan Korr said direct: “We,” “will wait.”`}},
		{"carried on over a paragraph", "en", "“We will wait,” Jan Korr said.\n\n“Nobody hurries us.\n\n“Then we will see,” he added.", []string{`Jan Korr said direct: “We will wait,”`, "Jan Korr added direct: “Nobody hurries us. “Then we will see,”"}},
		{"no mark inside", "en", `“We will wait for them” Jan Korr said. “It is late.”`, []string{`Jan Korr said direct: “We will wait for them” “It is late.”`}},
		{"a bracket and a participle", "en", `But Jan Korr (Vessholm), noting the hour, said, “We will wait.”`, []string{`Jan Korr said direct: “We will wait.”`}},
		{"whatever the verb, before a colon", "en", `Marta Lind spoke. Jan Korr fired back: “We will wait.”`, []string{`Jan Korr fired back direct: “We will wait.”`}},
		{"the last clause before a colon", "en", `The crowd cheers, and then Jan Korr continues: “We will wait.”`, []string{`Jan Korr continues direct: “We will wait.”`}},
		{"a thing that reads so", "en", `Jan Korr wore a shirt that read: “We will wait.”`, nil},
		{"a sentence ended before its cue", "en", `“We will wait for the rain.” Jan Korr said.`, []string{`Jan Korr said direct: “We will wait for the rain.”`}},
		{"as he said", "en", `As Jan Korr pointed out in May, “We will wait.”`, []string{`Jan Korr pointed out direct: “We will wait.”`}},
		{"behind a participle with a quotation", "en", `Noting the “long delay,” Jan Korr said, “We will wait.”`, []string{`Jan Korr said direct: “We will wait.”`}},
		{"any phrase with a verb of saying", "en", `“We will wait,” a voice in the film intoned.`, []string{`a voice in the film intoned direct: “We will wait,”`}},
		{"a question put to him", "en", `When he was asked, “Will you wait?” Jan Korr responded: “We will.”`, []string{`Jan Korr responded direct: “We will.”`}},
		{"an invitation to read", "en", `"The gates are the best of all." Read our review.`, nil},
		{"according to somebody's aunt", "en", `According to his aunt, Marta Lind, “He was brilliant from the start.”`, []string{`Marta Lind (his aunt) According to direct: “He was brilliant from the start.”`}},
		{"what another concluded", "en", `Jan Korr said that after a talk Velmark had concluded the plan was "not unlawful".`, []string{`Jan Korr said mixed: that after a talk Velmark had concluded the plan was "not unlawful"`}},
		{"a trade", "en", `Marta Lind runs the branding firm behind the campaign “Starts with one.”`, nil},
		{"calling it", "en", `Jan Korr left the talks, calling them “a gift”.`, []string{`Jan Korr calling direct: “a gift”`}},
		{"scare quotes", "en", `The so-called "friends of peace" met in Vessholm on Monday.`, nil},
		{"the title of a work", "en", `Jan Korr wrote "The Long Winter Road" in 1998.`, nil},
		{"a passive is not a cue", "en", `Visitors were told "no" at the gate.`, nil},
		{"a promise is not a quotation", "en", `Korr vowed to end "the nonsense" soon.`, nil},
		{"no speaker", "en", `"We will wait." The rain went on.`, nil},
		{"a mark never closed", "en", "\"We will wait, Jan Korr said.\n\nThe rain went on.", nil},
		{"French", "fr", `« Nous attendrons », a déclaré Jan Korr lundi.`, []string{`Jan Korr déclaré direct: « Nous attendrons »`}},
		{"French, asked back", "fr", `« Nous attendrons », a-t-il dit. « Nous attendrons », a reconnu jeudi la ministre de Velmark, Marta Lind.`, []string{`Marta Lind (ministre de Velmark) reconnu direct: « Nous attendrons »`}},
		{"German", "de", `„Wir werden warten“, sagte Jan Korr am Montag.`, []string{`Jan Korr sagte direct: „Wir werden warten“`}},
		{"Spanish", "es", `«Vamos a esperar», dijo Jan Korr.`, []string{`Jan Korr dijo direct: «Vamos a esperar»`}},
		{"Russian", "ru", `«Мы подождём», — сказал Ян Корр.`, []string{`Jan Korr сказал direct: «Мы подождём»`}},
		{"Russian, interrupted inside its marks", "ru", `«Мы подождём, — сказал Ян Корр. — Потом посмотрим».`, []string{`Jan Korr сказал direct: «Мы подождём, Потом посмотрим»`}},
		{"Arabic", "ar", `وقال يان كور: «سوف ننتظر قليلا ثم نرى».`, []string{`Jan Korr وقال direct: «سوف ننتظر قليلا ثم نرى»`}},
		{"Chinese", "zh", `扬·科尔表示：“我们会等待。”`, []string{`Jan Korr 表示 direct: “我们会等待。”`}},
		{"a language without cues", "fi", `"Odotamme", Jan Korr sanoi.`, nil},
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

func TestEvidence(t *testing.T) {
	text := `"We will wait," said Jan Korr, the minister, "and then we will see."`
	got := find(t, text, "en")
	if len(got) != 1 {
		t.Fatalf("%d statements, want 1", len(got))
	}
	s := got[0]
	for what, pair := range map[string][2]string{
		"first part":  {s.Spans[0].In(text), `"We will wait,"`},
		"second part": {s.Spans[1].In(text), `"and then we will see."`},
		"source":      {s.Source.In(text), "Jan Korr, the minister"},
		"cue":         {s.CueSpan.In(text), "said"},
		"whole":       {text[s.Start:s.End], text},
	} {
		if pair[0] != pair[1] {
			t.Errorf("%s: %q, want %q", what, pair[0], pair[1])
		}
	}
}
