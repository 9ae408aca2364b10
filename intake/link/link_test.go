package link

import (
	"net/url"
	"strings"
	"testing"
)

func TestCanonical(t *testing.T) {
	for want, addresses := range map[string][]string{
		"https://courier.example/": {
			"https://courier.example", "HTTPS://Courier.Example:443", "http://www.courier.example:80/index.html", "https://courier.example./#top",
			"https://m.courier.example/?utm_source=x", " https://courier.example/?\n", "https://courier.example//./",
		},
		"https://courier.example/world/bridge-at-tarn-shut": {
			"https://courier.example/world/bridge-at-tarn-shut/",
			"https://courier.example/world//bridge-at-tarn-shut",
			"https://courier.example/world/x/../bridge-at-tarn-shut",
			"https://courier.example/world/bridge-at-tarn-shut?utm_source=rss&utm_medium=feed&utm_campaign=x",
			"https://courier.example/world/bridge-at-tarn-shut?fbclid=IwAR0x&gclid=2&igshid=3&mc_cid=4",
			"https://courier.example/world/bridge-at-tarn-shut?UTM_Source=rss&amp;utm_medium=feed",
			"https://courier.example/world/bridge-at-tarn-shut?PHPSESSID=0a1b2c",
			"https://courier.example/world/bridge-at-tarn-shut?sid=5f2a8c0e9b7d4136a1c2e3f405968778",
			"https://courier.example/world/bridge-at-tarn-shut;jsessionid=0A1B2C?ref=rss",
			"https://courier.example/world/bridge-at-tarn-shut#comments",
			"https://courier.example/world/bridge-at-tarn-shut#:~:text=the%20pier",
			"https://courier.example/world/bridge%2dat%2Dtarn-shut",
			"https://courier.example/world/bridge-at-tarn-shut/index.html",
			"https://amp.courier.example/world/bridge-at-tarn-shut",
			"https://mobile.courier.example/world/bridge-at-tarn-shut",
			"https://courier.example/world/bridge-at-tarn-shut/amp/",
			"https://courier.example/amp/world/bridge-at-tarn-shut",
			"https://courier.example/world/bridge-at-tarn-shut.amp",
			"https://courier.example/world/bridge-at-tarn-shut?amp",
			"https://courier.example/world/bridge-at-tarn-shut?amp=1",
			"https://courier.example/world/bridge-at-tarn-shut?outputType=amp",
			"https://www.google.com/amp/s/www.courier.example/world/bridge-at-tarn-shut/amp",
			"https://www.google.co.uk/amp/www.courier.example/world/bridge-at-tarn-shut",
			"https://www-courier-example.cdn.ampproject.org/c/s/www.courier.example/world/bridge-at-tarn-shut?usqp=mq331AQ&amp_js_v=0.1",
			"https://cdn.ampproject.org/v/s/amp.courier.example/world/bridge-at-tarn-shut",
		},
		"https://courier.example/bridge-at-tarn-shut.html":    {"https://courier.example/bridge-at-tarn-shut.amp.html"},
		"https://courier.example/story?id=12&page=2":          {"https://courier.example/story?page=2&id=12", "http://courier.example/story/?&id=12&fbclid=x&&page=2"},
		"https://courier.example/story?id=2&id=1":             {"https://courier.example/story?id=2&id=1&utm_id=3"},
		"https://courier.example/a%20b%2Fc?q=x%26y":           {"https://courier.example/a b%2fc?q=x%26y"},
		"https://courier.example/%D0%BC%D0%BE%D1%81%D1%82":    {"https://courier.example/мост", "https://courier.example/%d0%bc%d0%be%d1%81%d1%82"},
		"https://xn--bcher-kva.example/a":                     {"https://bücher.example/a", "https://BÜCHER.example/a", "https://XN--BCHER-KVA.example/a", "https://www.ｂücher。example/a"},
		"https://en.wiki.example/Tarn":                        {"https://en.m.wiki.example/Tarn"},
		"http://courier.example:8080/a":                       {"http://courier.example:08080/a/"},
		"http://192.0.2.7/a":                                  {"http://192.0.2.7:80/a/"},
		"https://[2001:db8::1]/a":                             {"https://[2001:DB8:0::1]:443/a"},
		"https://courier.example/#!/a":                        {"https://www.courier.example#!/a"},
		"https://m.fr/a":                                      {"https://www.m.fr/a"},
		"https://www.gov.uk/a":                                {"https://www.gov.uk/a/"},
		"https://courier.example/100%25?rise=100%25&sort=%25": {"https://courier.example/100%25?sort=%&rise=100%"},
	} {
		for _, a := range append(addresses, want) {
			if got := Canonical(a); got != want {
				t.Errorf("Canonical(%q)\n got %q\nwant %q", a, got, want)
			}
		}
	}
}

// What may be two articles stays two.
func TestNeverMerged(t *testing.T) {
	for _, group := range [][]string{
		{"https://courier.example/story?id=1", "https://courier.example/story?id=2", "https://courier.example/story"},
		{"https://courier.example/?p=1", "https://courier.example/?p=2", "https://courier.example/"},
		{"https://courier.example/story?ref=1207", "https://courier.example/story?ref=1208"},
		{"https://courier.example/story?source=selm", "https://courier.example/story?source=tarn"},
		{"https://courier.example/Story", "https://courier.example/story"},
		{"https://courier.example/story?a=1&a=2", "https://courier.example/story?a=2&a=1"},
		{"https://courier.example/story?a", "https://courier.example/story?a=1"},
		{"https://courier.example/a%2Fb", "https://courier.example/a/b"},
		{"https://courier.example/guitars/amp", "https://courier.example/guitars"},
		{"https://courier.example/amp/guitars", "https://courier.example/guitars"},
		{"https://courier.example/story?sid=20261012", "https://courier.example/story?sid=bridge-at-tarn", "https://courier.example/story"},
		{"https://courier.example/story?output=pdf", "https://courier.example/story"},
		{"https://courier.example/story?amp=marshall", "https://courier.example/story"},
		{"https://courier.example/a.html", "https://courier.example/a"},
		{"https://courier.example/#!/a", "https://courier.example/#!/b"},
		{"https://courier.example:8443/a", "https://courier.example/a"},
		{"https://sport.courier.example/a", "https://courier.example/a"},
		{"https://m.com/a", "https://com/a", "https://amp.dev/a", "https://dev/a"},
		{"https://www.google.com/amp/about", "https://about/"},
	} {
		form := map[string]string{}
		for _, a := range group {
			c := Canonical(a)
			if other, ok := form[c]; ok {
				t.Errorf("%q and %q are both %q", other, a, c)
			}
			form[c] = a
		}
	}
}

func TestLeftAsItWas(t *testing.T) {
	for _, a := range []string{
		"", "story", "/story?utm_source=x", "//courier.example/a", "mailto:editor@courier.example", "ftp://courier.example/a?utm_source=x", "javascript:alert(1)",
		"https://", "https:///a", "https:courier.example", "https://reader@courier.example/a?utm_source=x", "https://courier.example:99999/a",
		"https://courier.example:0/a", "https://courier.example:http/", "https://cour ier.example/", "https://courier..example/", "https://[fe80::1%25eth0]/a",
		"https://courier.example/100%", "https://courier.example/\x00", "inbox/a.html", "https://courier.example/?" + strings.Repeat("a", maxLength),
		"https://" + strings.Repeat("www.google.com/amp/s/", 20) + "courier.example",
	} {
		if got := Canonical(a); got != a {
			t.Errorf("Canonical(%.80q) is %.80q", a, got)
		}
	}
}

func FuzzCanonical(f *testing.F) {
	for _, a := range []string{
		"https://www.courier.example:443/a//b/../c/index.html?utm_source=x&b=2&a=1#top", "http://bücher.example/мост?q=%zz&%", "https://www.google.com/amp/s/x.example/a-b-c/amp",
		"https://a.example/%2e%2E/%2f?&=&==&amp;=1", "https://[::1]:80/;jsessionid=1/..;", "http://xn--a.example/#!%41", "https://amp.amp.m.co.uk/1234.amp.amp.html", "HTTP://A:080?%2%35#/",
	} {
		f.Add(a)
	}
	f.Fuzz(func(t *testing.T, a string) {
		c := Canonical(a)
		if again := Canonical(c); again != c {
			t.Fatalf("%q becomes %q, and that %q", a, c, again)
		}
		if c == a {
			return
		}
		u, err := url.Parse(c)
		if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" || u.String() != c {
			t.Fatalf("%q becomes %q: %v", a, c, err)
		}
	})
}

func BenchmarkCanonical(b *testing.B) {
	for b.Loop() {
		Canonical("http://www.courier.example/world/2026/10/12/bridge-at-tarn-shut/?utm_source=rss&utm_medium=feed&id=7")
	}
}
