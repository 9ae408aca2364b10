package feed_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"coranto"
	"coranto/intake/feed"
)

const at = "https://herald.example/feeds/world.xml"

const rss = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel>
 <title>Velmark Herald:
  World</title><link>https://herald.example/</link><language>en</language><ttl>30</ttl>
 <item>
  <title>Talks &amp;amp; tea</title><link>/2026/talks#top</link><guid isPermaLink="false">17</guid>
  <pubDate>Tue, 03 Mar 2026 08:30:00 +0200</pubDate>
  <description>They met.</description>
  <content:encoded><![CDATA[<p>They met on <b>Tuesday</b>.</p><p>They parted.</p>]]></content:encoded>
 </item>
 <item><guid>https://herald.example/2026/more</guid><title>More</title></item>
 <item><title>neither address nor words</title></item>
 <item><link>javascript:alert(1)</link><description>Words alone.</description><pubDate>3 March or so</pubDate></item>
</channel></rss>`

func TestParse(t *testing.T) {
	for _, c := range []struct {
		name, in string
		want     feed.Feed
	}{
		{"RSS", rss, feed.Feed{Title: "Velmark Herald: World", Language: "en", TTL: 30 * time.Minute, Items: []feed.Item{
			{Title: "Talks & tea", URL: "https://herald.example/2026/talks", GUID: "17", Published: "2026-03-03T08:30:00+02:00", Content: "<p>They met on <b>Tuesday</b>.</p><p>They parted.</p>"},
			{Title: "More", URL: "https://herald.example/2026/more", GUID: "https://herald.example/2026/more"},
			{Content: "Words alone."},
		}}},
		{"Atom", `<feed xmlns="http://www.w3.org/2005/Atom"><title>Herald</title><entry><title>Talks</title><link href="https://herald.example/a?x=1&amp;y=2"/><id>urn:1</id><updated>2026-03-03T08:30:00Z</updated><summary>They met.</summary></entry></feed>`,
			feed.Feed{Title: "Herald", Items: []feed.Item{{Title: "Talks", URL: "https://herald.example/a?x=1&y=2", GUID: "urn:1", Published: "2026-03-03T08:30:00Z", Content: "They met."}}}},
		{"JSON Feed", `{"version":"https://jsonfeed.org/version/1.1","title":"Herald","items":[{"id":"1","url":"https://herald.example/a","title":"Talks","content_text":"They met.","date_published":"2026-03-03T08:30:00Z"}]}`,
			feed.Feed{Title: "Herald", Items: []feed.Item{{Title: "Talks", URL: "https://herald.example/a", GUID: "1", Published: "2026-03-03T08:30:00Z", Content: "They met."}}}},
		{"how often, by the syndication module", `<rss version="2.0" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel><sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency></channel></rss>`,
			feed.Feed{TTL: 30 * time.Minute}},
		{"Cyrillic in a charset of its own", "<?xml version=\"1.0\" encoding=\"windows-1251\"?><rss version=\"2.0\"><channel><title>\xc2\xe5\xf1\xf2\xe8</title></channel></rss>", feed.Feed{Title: "Вести"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := feed.Parse(at, []byte(c.in))
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(c.want, got); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestPublished(t *testing.T) {
	for printed, want := range map[string]string{
		"Tue, 03 Mar 2026 08:30:00 +0200": "2026-03-03T08:30:00+02:00",
		"Tue, 03 Mar 2026 00:30:00 +0530": "2026-03-03T00:30:00+05:30",
		"Tue, 03 Mar 2026 08:30:00 -0330": "2026-03-03T08:30:00-03:30",
		"Tue, 03 Mar 2026 08:30:00 GMT":   "2026-03-03T08:30:00Z",
		"Tue, 03 Mar 2026 08:30:00 EST":   "2026-03-03T13:30:00Z",
		"Tue, 03 Mar 2026 08:30:00 VMT":   "2026-03-03", // a zone that nobody knows
		"2026-03-03T08:30:00Z":            "2026-03-03T08:30:00Z",
		"2026-03-03 08:30:00":             "2026-03-03", // in whose zone?
		"2026-03-03":                      "2026-03-03",
		"3 March or so":                   "",
	} {
		f, err := feed.Parse(at, []byte("<rss version='2.0'><channel><item><link>https://herald.example/a</link><pubDate>"+printed+"</pubDate></item></channel></rss>"))
		if err != nil || len(f.Items) != 1 || f.Items[0].Published != want {
			t.Errorf("%s: got %+v, %v; want %s", printed, f.Items, err, want)
		}
	}
}

func TestParseErrors(t *testing.T) {
	for _, c := range []struct {
		name, in string
		kind     coranto.Kind
	}{
		{"a page", "<html><body>They met.</body></html>", coranto.Unsupported},
		{"nothing", "", coranto.Unsupported},
		{"cut short", rss[:400], coranto.Damaged},
		{"nested 100,000 deep", `<rss version="2.0"><channel>` + strings.Repeat("<x:a>", 100_000), coranto.TooLarge},
		{"JSON nested 100,000 deep", `{"version":"https://jsonfeed.org/version/1.1","x":` + strings.Repeat("[", 100_000), coranto.TooLarge},
		{"entities that would unfold to a gigabyte", `<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><rss version="2.0"><channel><title>&b;` + strings.Repeat("&b;", 1000) + `</title>`, coranto.Damaged},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := feed.Parse(at, []byte(c.in))
			if coranto.KindOf(err) != c.kind {
				t.Errorf("got %v, want kind %q", err, c.kind)
			}
		})
	}
}

func TestText(t *testing.T) {
	for in, want := range map[string]string{
		"They met.":                    "They met.",
		" They\n met.\n\nThey parted.": "They met.\n\nThey parted.",
		"<p>They met on <b>Tues</b>day.<br>They&nbsp;parted&#33;</p><ul><li>tea<li>cake</ul>": "They met on Tuesday.\n\nThey parted!\n\ntea\n\ncake",
		"<script>alert('<p>')</script><style>p{}</style>They met.<!-- not shown -->":          "They met.",
		"1 < 2 & 3 > 2": "1 < 2 & 3 > 2",
		"":              "",
	} {
		if got := feed.Text(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func TestDiscover(t *testing.T) {
	page := `<html><head><base href="https://herald.example/en/"><link rel=stylesheet href=a.css>
		<link rel="alternate" type="application/rss+xml" title="World  news" href="world.xml">
		<LINK REL="Alternate" TYPE="application/atom+xml; charset=utf-8" HREF="https://feeds.example/all.atom"/>
		<link rel=alternate hreflang=fr href=/fr/><link rel=alternate type=application/rss+xml href="javascript:x">
		<link rel=alternate type=application/rss+xml href="world.xml"></head>`
	want := []feed.Link{{Title: "World news", URL: "https://herald.example/en/world.xml"}, {URL: "https://feeds.example/all.atom"}}
	if d := cmp.Diff(want, feed.Discover("https://herald.example/", []byte(page))); d != "" {
		t.Error(d)
	}
}

func TestParseOPML(t *testing.T) {
	in := `<?xml version="1.0"?><opml version="2.0"><head><title>mine</title></head><body>
		<outline text="World"><outline type="rss" text="Herald" xmlUrl="https://herald.example/feed?a=1&b=2"/>
		<outline title="Gazette" text="gz" xmlURL="http://gazette.example/rss"/></outline>
		<outline text="again" xmlUrl="http://gazette.example/rss"/><outline text="Post" xmlUrl="feed://post.example/rss"/></body></opml>`
	want := []feed.Link{{Title: "Herald", URL: "https://herald.example/feed?a=1&b=2"}, {Title: "Gazette", URL: "http://gazette.example/rss"}, {Title: "Post", URL: "https://post.example/rss"}}
	got, err := feed.ParseOPML("mine.opml", []byte(in))
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestParseOPMLWithOddAddresses(t *testing.T) {
	got, err := feed.ParseOPML("mine.opml", []byte(`<opml><outline xmlUrl="file:///etc/passwd"/><outline xmlUrl="http://gazette.example/rss"/><outline xmlUrl="gopher://x"/></opml>`))
	if d := cmp.Diff([]feed.Link{{URL: "http://gazette.example/rss"}}, got); d != "" {
		t.Error(d)
	}
	if want := `read mine.opml: "file:///etc/passwd" is no address of the web, nor are 1 more; mend it in the list`; err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}

func TestParseOPMLErrors(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"<opml><body/></opml>", "read mine.opml: no feed is in it; give a list whose outlines have an xmlUrl"},
		{"<opml>\n<body>\n<outline ", "read mine.opml: line 3: unexpected EOF; export the list again"},
		{"<opml>" + strings.Repeat("<outline>", 100_000), "read mine.opml: folders nested more than 256 deep; write it flatter"},
	} {
		_, err := feed.ParseOPML("mine.opml", []byte(c.in))
		if err == nil || err.Error() != c.want {
			t.Errorf("got %v, want %s", err, c.want)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add(rss)
	f.Add(`<feed xmlns="http://www.w3.org/2005/Atom"><entry><link href="a"/></entry></feed>`)
	f.Add(`{"version":"https://jsonfeed.org/version/1","items":[{"url":"a"}]}`)
	f.Add(`<opml><outline xmlUrl="http://a.example/"/></opml>`)
	f.Fuzz(func(t *testing.T, in string) {
		got, err := feed.Parse(at, []byte(in))
		if err != nil && coranto.KindOf(err) == coranto.Internal {
			t.Errorf("an unexplained error: %v", err)
		}
		for _, i := range got.Items {
			if i.URL != "" && !strings.HasPrefix(i.URL, "http://") && !strings.HasPrefix(i.URL, "https://") {
				t.Errorf("an item leads to %q", i.URL)
			}
			feed.Text(i.Content)
		}
		if links, err := feed.ParseOPML("mine.opml", []byte(in)); err == nil && len(links) == 0 {
			t.Error("neither feeds nor an error")
		}
		feed.Discover(at, []byte(in))
	})
}
