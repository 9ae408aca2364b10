package web

import (
	"context"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

func TestForeignNamesAreRefusedOnLoopback(t *testing.T) {
	s := newServer()
	for _, at := range []string{"127.0.0.1", "127.0.1.1", "::1"} {
		h := s.forOwnNames(&net.TCPAddr{IP: net.ParseIP(at), Port: 8080})
		for host, want := range map[string]int{
			"127.0.0.1:8080": 200, "127.0.0.1": 200, "127.0.1.1:8080": 200, "[::1]:8080": 200, "[::1]": 200, "localhost:8080": 200, "LocalHost": 200,
			"localhost.:8080": 200, "desk.localhost:8080": 200, "[::ffff:127.0.0.1]:8080": 200,
			"rebind.example:8080": 421, "rebind.example": 421, "localhost.rebind.example": 421, "127.0.0.1.rebind.example:8080": 421,
			"notlocalhost": 421, "192.0.2.7:8080": 421, "0.0.0.0:8080": 421, "": 421, "[": 421, "::1::": 421, "127.0.0.1:8080:8080": 421,
		} {
			r := httptest.NewRequest("GET", "/", nil)
			r.Host = host
			w := httptest.NewRecorder()
			h.ServeHTTP(w, r)
			if w.Code != want {
				t.Errorf("on %s, %q is answered %d, want %d", at, host, w.Code, want)
			}
		}
	}
}

// What is refused says where to go, and nothing of the desk.
func TestRefusalHelps(t *testing.T) {
	r := httptest.NewRequest("GET", "/search?q=gas", nil)
	r.Host = `<b>rebind</b>.example`
	w := httptest.NewRecorder()
	newServer().forOwnNames(&net.TCPAddr{IP: net.IPv4(127, 0, 0, 1), Port: 8080}).ServeHTTP(w, r)
	doc := sheetOf(t, w.Result())
	if got := strings.Join(texts(doc, "main"), ""); !strings.Contains(got, "http://127.0.0.1:8080") || !strings.Contains(got, "rebind") {
		t.Errorf("it says %q", got)
	}
	if got := texts(doc, "main a@href"); len(got) != 1 || got[0] != "http://127.0.0.1:8080/" {
		t.Errorf("it leads to %q", got)
	}
	if got := append(texts(doc, "b"), texts(doc, ".folio")...); got != nil {
		t.Errorf("it lets %q through", got)
	}
	if got := w.Result().Header.Get("Content-Security-Policy"); got != policy {
		t.Errorf("policy %q", got)
	}
}

func TestElsewhereAnyNameServes(t *testing.T) {
	s := newServer()
	if s.forOwnNames(&net.TCPAddr{IP: net.IPv4zero, Port: 80}) != http.Handler(s) || s.forOwnNames(&net.UnixAddr{}) != http.Handler(s) {
		t.Error("a server that is open to others asks for its name")
	}
}

func TestServeGuardsItsName(t *testing.T) {
	l, err := Listen("127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- newServer().Serve(ctx, l) }()
	defer func() {
		cancel()
		<-ended
	}()
	for host, want := range map[string]int{"": 200, "rebind.example": 421} {
		r, err := http.NewRequest("GET", "http://"+l.Addr().String()+"/", nil)
		if err != nil {
			t.Fatal(err)
		}
		r.Host = host // "": that of the address
		answer, err := http.DefaultClient.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		answer.Body.Close()
		if answer.StatusCode != want {
			t.Errorf("%q is answered %d, want %d", host, answer.StatusCode, want)
		}
	}
}
