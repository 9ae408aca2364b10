package edition

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"coranto"
	"coranto/archive"
	"coranto/desk/compare"
)

// Tally says in numbers how two versions of an article differ.
type Tally struct {
	Retitled                bool     // the headline reads otherwise
	Added, Removed, Changed int      // sentences of the text
	Around                  []string // what else of the publisher's words differs: "captions"
}

// Edited says how a version differs from the one before.
type Edited struct {
	Tally
	Since int
	Href  string // of the view of the differences
}

// Changes shows how one version of an article became another.
type Changes struct {
	Told // of the later version
	Tally
	Was, Is   VersionLink
	Version   int           // the later one
	Versions  []VersionLink // all there are, oldest first
	Title     []EditedRun
	Stretches []Stretch
}

// Stretch is paragraphs in a row that were edited, or that were not.
type Stretch struct {
	Edited     bool
	Paragraphs []EditedParagraph
}

// EditedParagraph is a paragraph of the later version, with what was taken out
// of it, or one that was taken out whole.
type EditedParagraph struct {
	Crosshead bool
	Sentences []EditedSentence
	Notes     []Note // "added", "removed", "changed"; they lead to the sentence in its version
}

// EditedSentence is a sentence of either version, or of both.
type EditedSentence struct {
	Space string // before it
	Kind  compare.Kind
	Runs  []EditedRun
}

// EditedRun is a stretch of words; its kind is Same, Added or Removed.
type EditedRun struct {
	Kind compare.Kind
	Text string
}

// Changes compares a version of an article, 0 for the current one, with an
// earlier one.
func (e *Edition) Changes(ctx context.Context, id string, version, since int) (*Changes, error) {
	is, err := e.archive.Article(ctx, id, version)
	if err != nil {
		return nil, err
	}
	if since >= is.Version {
		return nil, coranto.Errorf(coranto.Usage, "compare", id, "give v the later version and since the earlier one", "version %d did not become version %d", since, is.Version)
	}
	was, err := e.archive.Article(ctx, id, since)
	if err != nil {
		return nil, err
	}
	changes := differences(&was.Article, &is.Article)
	view := &Changes{Told: e.told(headOf(&is)), Version: is.Version, Tally: tally(&was.Article, &is.Article, changes), Versions: e.versions(&is)}
	for _, v := range view.Versions {
		switch v.V {
		case was.Version:
			view.Was = v
		case is.Version:
			view.Is = v
		}
	}
	view.Title = title(was.Article.Headline, is.Article.Headline)
	l := layout{was: &was, is: &is}
	l.all(changes)
	for _, p := range l.paragraphs {
		edited, n := len(p.Notes) > 0, len(view.Stretches)
		if n == 0 || view.Stretches[n-1].Edited != edited {
			view.Stretches = append(view.Stretches, Stretch{Edited: edited})
			n++
		}
		view.Stretches[n-1].Paragraphs = append(view.Stretches[n-1].Paragraphs, p)
	}
	return view, nil
}

// versions lists the versions of an article.
func (e *Edition) versions(k *archive.Kept) []VersionLink {
	id := k.Article.ID
	var list []VersionLink
	for i, v := range k.Versions {
		link := VersionLink{V: v.V, Href: sentenceHref(id, v.V, 0), Headline: v.Headline, Accepted: At(v.Accepted, e.now())}
		if i > 0 {
			link.Changes = changesHref(id, v.V, k.Versions[i-1].V)
		}
		list = append(list, link)
	}
	return list
}

// edited compares a version with the one before; nil for the first.
func (e *Edition) edited(ctx context.Context, k *archive.Kept) (*Edited, error) {
	before := 0
	for _, v := range k.Versions {
		if v.V < k.Version {
			before = max(before, v.V)
		}
	}
	if before == 0 {
		return nil, nil
	}
	was, err := e.archive.Article(ctx, k.Article.ID, before)
	if err != nil {
		return nil, err
	}
	return &Edited{
		Tally: tally(&was.Article, &k.Article, differences(&was.Article, &k.Article)),
		Since: before, Href: changesHref(k.Article.ID, k.Version, before),
	}, nil
}

func changesHref(id string, version, since int) string {
	return sentenceHref(id, version, 0) + "&since=" + strconv.Itoa(since)
}

func differences(was, is *coranto.Article) []compare.Change {
	return compare.Differences(was.Text, was.Sentences, is.Text, is.Sentences)
}

func tally(was, is *coranto.Article, changes []compare.Change) Tally {
	n := compare.CountOf(changes)
	t := Tally{Retitled: was.Headline != is.Headline, Added: n.Added, Removed: n.Removed, Changed: n.Changed}
	for _, part := range []struct {
		name string
		same bool
	}{
		{"publisher", was.Publisher == is.Publisher},
		{"writers", slices.Equal(was.Authors, is.Authors)},
		{"agencies", slices.Equal(was.Agencies, is.Agencies)},
		{"key points", slices.Equal(was.KeyPoints, is.KeyPoints)},
		{"captions", slices.Equal(was.Captions, is.Captions)},
	} {
		if !part.same {
			t.Around = append(t.Around, part.name)
		}
	}
	return t
}

// title compares two headlines, each as one sentence.
func title(was, is string) []EditedRun {
	whole := func(s string) []coranto.Span { return []coranto.Span{{Start: 0, End: len(s)}} }
	var runs []EditedRun
	for _, c := range compare.Differences(was, whole(was), is, whole(is)) {
		if len(runs) > 0 {
			runs = append(runs, EditedRun{compare.Same, " "})
		}
		runs = append(runs, runsOf(was, is, c)...)
	}
	return runs
}

func runsOf(was, is string, c compare.Change) []EditedRun {
	switch c.Kind {
	case compare.Removed:
		return []EditedRun{{c.Kind, c.Old.In(was)}}
	case compare.Changed:
		runs := make([]EditedRun, len(c.Parts))
		for i, p := range c.Parts {
			runs[i] = EditedRun{p.Kind, p.New.In(is)}
			if p.Kind == compare.Removed {
				runs[i].Text = p.Old.In(was)
			}
		}
		return runs
	default:
		return []EditedRun{{c.Kind, c.New.In(is)}}
	}
}

// layout sets changes in the paragraphs of the later version. What was taken out
// stands where it stood among what is left.
type layout struct {
	was, is        *archive.Kept
	oldEnd, newEnd int // of what has been set
	last           compare.Kind
	paragraphs     []EditedParagraph
}

func (l *layout) all(changes []compare.Change) {
	for len(changes) > 0 {
		n := slices.IndexFunc(changes, func(c compare.Change) bool { return c.Kind == compare.Same || c.Kind == compare.Changed })
		if n < 0 {
			n = len(changes)
		}
		l.between(changes[:n])
		if n < len(changes) {
			l.add(changes[n])
			n++
		}
		changes = changes[n:]
	}
}

// between sets what was removed and added in one place: first what ends the
// paragraph before it, then paragraphs of their own.
func (l *layout) between(changes []compare.Change) {
	own := map[compare.Kind]bool{} // a paragraph has begun
	var later []compare.Change
	oldEnd, newEnd := l.oldEnd, l.newEnd
	for _, c := range changes {
		if c.Kind == compare.Removed {
			own[c.Kind] = own[c.Kind] || strings.Contains(l.was.Article.Text[oldEnd:c.Old.Start], "\n\n")
			oldEnd = c.Old.End
		} else {
			own[c.Kind] = own[c.Kind] || strings.Contains(l.is.Article.Text[newEnd:c.New.Start], "\n\n")
			newEnd = c.New.End
		}
		if own[c.Kind] {
			later = append(later, c)
		} else {
			l.add(c)
		}
	}
	for _, c := range later {
		l.add(c)
	}
}

func (l *layout) add(c compare.Change) {
	// Where both texts have a sentence the later one says where a paragraph
	// begins, but not between what was taken out and what stood beside it.
	space := ""
	if c.Kind == compare.Removed || c.Old.Len() > 0 && l.last == compare.Removed {
		space = l.was.Article.Text[l.oldEnd:c.Old.Start]
	} else {
		space = l.is.Article.Text[l.newEnd:c.New.Start]
	}
	if len(l.paragraphs) == 0 || strings.Contains(space, "\n\n") {
		l.paragraphs = append(l.paragraphs, EditedParagraph{Crosshead: true})
		space = ""
	}
	p := &l.paragraphs[len(l.paragraphs)-1]
	p.Crosshead = p.Crosshead && l.crosshead(c)
	p.Sentences = append(p.Sentences, EditedSentence{space, c.Kind, runsOf(l.was.Article.Text, l.is.Article.Text, c)})
	l.note(p, c)
	if c.Old.Len() > 0 {
		l.oldEnd = c.Old.End
	}
	if c.New.Len() > 0 {
		l.newEnd = c.New.End
	}
	l.last = c.Kind
}

func (l *layout) crosshead(c compare.Change) bool {
	of, span := l.is, c.New
	if c.Kind == compare.Removed {
		of, span = l.was, c.Old
	}
	words := tidy(span.In(of.Article.Text))
	return slices.ContainsFunc(of.Article.Crossheads, func(s string) bool { return tidy(s) == words })
}

// note names in the margin what happened, once for sentences in a row that
// shared their fate.
func (l *layout) note(p *EditedParagraph, c compare.Change) {
	if c.Kind == compare.Same {
		return
	}
	n := len(p.Sentences)
	if n > 1 && p.Sentences[n-2].Kind == c.Kind {
		return
	}
	of, span := l.is, c.New
	if c.Kind == compare.Removed {
		of, span = l.was, c.Old
	}
	p.Notes = append(p.Notes, Note{string(c.Kind), "in version " + strconv.Itoa(of.Version),
		sentenceHref(of.Article.ID, of.Version, of.Article.SentenceAt(span.Start))})
}
