package term

import (
	"io"

	"coranto/edition"
)

// The fields of `coranto story --json`. Every line names its evidence: addresses
// of sentences, with whose they are.
type (
	storyLine struct {
		Text     string         `json:"text"`
		Evidence []evidenceLine `json:"evidence"`
	}
	evidenceLine struct {
		Publisher string `json:"publisher"`
		Address   string `json:"address"`
		Copies    int    `json:"copies"`
		Via       string `json:"via"`
	}
	backingLine struct {
		Publishers int      `json:"publishers"`
		Origins    []string `json:"origins"`
		First      string   `json:"first"`
		Cited      []string `json:"cited"`
	}
	keyPointLine struct {
		storyLine
		Publisher string      `json:"publisher"`
		Disputed  bool        `json:"disputed"`
		Backing   backingLine `json:"backing"`
	}
	saidLine struct {
		storyLine
		Speaker   string      `json:"speaker"`
		Role      string      `json:"role"`
		Reported  bool        `json:"reported"`
		When      string      `json:"when"`
		RelayedBy string      `json:"relayed_by"`
		Backing   backingLine `json:"backing"`
	}
	comingLine struct {
		storyLine
		Status string `json:"status"`
		Date   string `json:"date"`
		Where  string `json:"where"`
	}
	figureLine struct {
		storyLine
		What     string `json:"what"`
		Value    string `json:"value"`
		Where    string `json:"where"`
		By       string `json:"by"`
		Disputed bool   `json:"disputed"`
	}
	caveatLine struct {
		storyLine
		Kind string `json:"kind"`
		By   string `json:"by"`
	}
	changeLine struct {
		Kind   string     `json:"kind"`
		What   string     `json:"what"`
		Before *storyLine `json:"before"`
		After  storyLine  `json:"after"`
	}
	sideLine struct {
		storyLine
		By     []string     `json:"by"`
		Not    []string     `json:"not"`
		Others []quotedLine `json:"others"` // the same in other publishers' words
	}
	quotedLine struct {
		storyLine
		Publisher string `json:"publisher"`
	}
	leftLine struct {
		sideLine
		Silent []silentLine `json:"silent"`
	}
	silentLine struct {
		Publisher string   `json:"publisher"`
		Searched  []string `json:"searched"` // identifiers of articles
	}
	wordedLine struct {
		storyLine
		Publisher string `json:"publisher"`
		Word      string `json:"word"`
	}
	articleLine struct {
		ID        string `json:"id"`
		Publisher string `json:"publisher"`
		Headline  string `json:"headline"`
		Published string `json:"published"`
		CopyOf    string `json:"copy_of"`
	}
	storyObject struct {
		ID         string          `json:"id"`
		Headline   string          `json:"headline"`
		Publishers int             `json:"publishers"`
		Origins    int             `json:"origins"`
		KeyPoints  []keyPointLine  `json:"key_points"`
		Changed    []changeLine    `json:"changed"`
		Statements []saidLine      `json:"statements"`
		ToCome     []comingLine    `json:"to_come"`
		Figures    []figureLine    `json:"figures"`
		Caveats    []caveatLine    `json:"caveats"`
		AllSay     []sideLine      `json:"all_say"`
		SomeSay    []sideLine      `json:"some_say"`
		LeftOut    []leftLine      `json:"left_out"`
		Wordings   [][2]wordedLine `json:"wordings"`
		Articles   []articleLine   `json:"articles"`
	}
)

// StoryJSON writes a story as one JSON object.
func StoryJSON(out io.Writer, s *edition.Story) error {
	o := storyObject{ID: s.ID, Headline: s.Headline, Publishers: s.Reach.Publishers, Origins: s.Origins}
	for _, k := range s.Points {
		o.KeyPoints = append(o.KeyPoints, keyPointLine{lineOf(k.Line), k.Press, k.Disputed, backingOf(k.Backing)})
	}
	for _, c := range s.Changed.List {
		l := changeLine{Kind: c.Kind, What: c.What, After: lineOf(c.After)}
		if c.Before != nil {
			was := lineOf(*c.Before)
			was.Evidence = orEmpty(was.Evidence)
			l.Before = &was
		}
		o.Changed = append(o.Changed, l)
	}
	for _, v := range s.Voices {
		for _, x := range v.Said {
			o.Statements = append(o.Statements, saidLine{lineOf(x.Line), v.Speaker, v.Role, x.Reported, x.When.Machine, x.Relayed, backingOf(x.Backing)})
		}
	}
	for _, c := range s.ToCome {
		o.ToCome = append(o.ToCome, comingLine{storyLine{c.Text, evidence(c.Marks)}, c.Status, c.Date.Machine, c.Where})
	}
	for _, list := range [][]edition.Counted{s.Counts.First, s.Counts.Rest} {
		for _, c := range list {
			for _, g := range c.Given {
				o.Figures = append(o.Figures, figureLine{storyLine{joined(" ", g.Value, c.What), evidence(g.Marks)}, c.What, g.Value, g.Where, g.By, g.Disputed})
			}
		}
	}
	for _, c := range s.Caveats {
		o.Caveats = append(o.Caveats, caveatLine{lineOf(c.Line), c.Kind, c.By})
	}
	for _, t := range s.Sides.All {
		o.AllSay = append(o.AllSay, sideOf(t))
	}
	for _, t := range s.Sides.Some {
		o.SomeSay = append(o.SomeSay, sideOf(t))
	}
	for _, l := range s.Sides.LeftOut {
		left := leftLine{sideLine: sideOf(l.Side)}
		for _, q := range l.Silent {
			silent := silentLine{Publisher: q.Press.Name}
			for _, t := range q.Searched {
				silent.Searched = append(silent.Searched, t.ID)
			}
			left.Silent = append(left.Silent, silent)
		}
		o.LeftOut = append(o.LeftOut, left)
	}
	for _, w := range s.Sides.Wordings {
		o.Wordings = append(o.Wordings, [2]wordedLine{wordedOf(w.A), wordedOf(w.B)})
	}
	for _, a := range s.Articles {
		o.Articles = append(o.Articles, articleLine{a.ID, a.Press.Name, a.Headline, a.When.Machine, ""})
		for _, c := range a.Copies {
			o.Articles = append(o.Articles, articleLine{c.ID, c.Press.Name, c.Headline, c.When.Machine, a.ID})
		}
	}
	return WriteJSON(out, o)
}

func lineOf(l edition.Line) storyLine { return storyLine{l.Text, evidence(l.Marks)} }

func evidence(marks []edition.Mark) []evidenceLine {
	list := make([]evidenceLine, len(marks))
	for i, m := range marks {
		list[i] = evidenceLine{m.Press, m.Href, m.Copies, m.Via}
	}
	return list
}

func orEmpty(list []evidenceLine) []evidenceLine {
	if list == nil {
		return []evidenceLine{}
	}
	return list
}

func backingOf(b edition.Backing) backingLine {
	return backingLine{b.Publishers, b.Origins, b.First, b.Cited}
}

func sideOf(t edition.Side) sideLine {
	line := sideLine{storyLine: lineOf(t.Line), By: t.By, Not: t.Not}
	for _, q := range t.Others {
		line.Others = append(line.Others, quotedLine{lineOf(q.Line), q.Press})
	}
	return line
}

func wordedOf(w edition.Worded) wordedLine {
	return wordedLine{storyLine{w.Before + w.Chosen + w.Rest, evidence(w.Marks)}, w.Press, w.Word}
}

// Statements writes who said what for people, one statement a line with the
// address of its sentence.
func Statements(out io.Writer, list []edition.Heard) error {
	for _, h := range list {
		line := joined(" · ", orElse(h.When(), "undated"), joined(", ", h.Speaker, h.Role), h.Publisher) + "\n    " + h.Text + "  " + h.Address + "\n"
		if _, err := io.WriteString(out, line); err != nil {
			return err
		}
	}
	return nil
}
