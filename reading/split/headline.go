package split

import (
	"strings"

	"coranto"
)

// withoutSites returns a title without what may be the name of the site behind
// a bar or a dash, at most five words and fewer than stand before it: once for
// each kind of bar or dash in it.
func withoutSites(title string) []string {
	var cut []string
	for _, sep := range []string{" | ", " - ", " – ", " — ", " :: ", " » ", " • ", " / "} {
		if i := strings.LastIndex(title, sep); i > 0 {
			head, site := title[:i], title[i+len(sep):]
			if n := countWords(site); n <= 5 && n < countWords(head) {
				cut = append(cut, strings.TrimSpace(head))
			}
		}
	}
	return cut
}

// kindWords are the words at the beginning of a headline, or anywhere in it
// where marked with a star, that name a kind of article.
var kindWords = []struct {
	kind  coranto.ArticleKind
	words []string
}{
	{coranto.Live, []string{"live:", "live updates", "live blog", "*live updates", "*– live", "*- live", "en direct", "liveticker", "онлайн:", "مباشر"}},
	{coranto.Takeaways, []string{"*takeaways", "*things to know", "*what to know", "*three things", "*four things", "*five things", "*six things", "*seven things", "*ten things"}},
	{coranto.Opinion, []string{"opinion:", "opinion |", "op-ed", "editorial:", "commentary:", "view:", "viewpoint:", "comment:", "tribune", "kommentar:", "opinión:", "мнение:", "رأي:", "*| opinion"}},
	{coranto.Analysis, []string{"analysis:", "analysis |", "explainer:", "analyse", "анализ:", "análisis:", "تحليل:", "*| analysis", "*- analysis"}},
	{coranto.Interview, []string{"interview:", "interview with", "q&a:", "*: interview", "entretien", "интервью:", "مقابلة:"}},
	{coranto.Briefing, []string{"briefing:", "morning briefing", "evening briefing", "daily briefing", "world briefing", "news briefing", "world brief", "*news in brief", "*in brief:", "week in review", "*: what happened", "round-up", "roundup"}},
}

// kindOf tells an article's kind from its headline alone; Report when nothing
// says otherwise.
func kindOf(headline string) coranto.ArticleKind {
	h := strings.ToLower(headline)
	for _, k := range kindWords {
		for _, w := range k.words {
			if anywhere, ok := strings.CutPrefix(w, "*"); ok && strings.Contains(h, anywhere) || strings.HasPrefix(h, w) {
				return k.kind
			}
		}
	}
	return coranto.Report
}
