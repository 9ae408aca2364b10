package crawl_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"coranto/intake/crawl"
	"coranto/intake/fetch"
)

// From a site's address to its articles, over HTTP and with the guarded client.
func TestFromSiteToArticles(t *testing.T) {
	unchanged := 0
	mux := http.NewServeMux()
	mux.HandleFunc("/{$}", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, `<html><link rel="alternate" type="application/atom+xml" href="/atom"></html>`)
	})
	mux.HandleFunc("/atom", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("ETag", `"1"`)
		if r.Header.Get("If-None-Match") == `"1"` {
			unchanged++
			w.WriteHeader(http.StatusNotModified)
			return
		}
		fmt.Fprint(w, `<feed xmlns="http://www.w3.org/2005/Atom"><title>Herald</title>
			<entry><title>Talks</title><link href="/1"/><id>1</id></entry>
			<entry><title>Inside</title><link href="http://10.0.0.1/"/><id>2</id><summary>Not to be reached.</summary></entry></feed>`)
	})
	mux.HandleFunc("/1", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "/2026/talks", http.StatusMovedPermanently)
	})
	mux.HandleFunc("/2026/talks", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, "<html><p>They met.</p></html>")
	})
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	client := fetch.New(fetch.Options{LoopbackForTests: true})
	t.Cleanup(client.Close)

	s := &store{}
	p := crawl.New(s, client, crawl.Options{Pause: time.Nanosecond})
	added, err := p.Add(t.Context(), server.URL)
	if err != nil || len(added) != 1 || added[0].URL != server.URL+"/atom" {
		t.Fatalf("added %+v, %v", added, err)
	}
	poll(t, p)
	diff(t, []string{"record http://10.0.0.1/ " + `{"url":"http://10.0.0.1/","date":"","title":"Inside","text":"Not to be reached."}`,
		"html " + server.URL + "/1 <html><p>They met.</p></html>"}, s.got())
	diff(t, server.URL+"/2026/talks", s.pages[1].URL)

	src := s.sources[server.URL+"/atom"]
	src.Due = time.Time{}
	s.SaveSource(t.Context(), src)
	poll(t, p)
	diff(t, 1, unchanged)
}
