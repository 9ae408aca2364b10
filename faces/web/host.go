package web

import (
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"strings"
)

// forOwnNames guards a server that listens on loopback against DNS rebinding: a
// page of the web whose name resolves, the second time, to this machine, and
// which could then read the desk as if it were its own site. Such a request still
// carries the page's name, so only names of this machine are answered. A server
// that listens elsewhere may have any name.
func (s *Server) forOwnNames(at net.Addr) http.Handler {
	if !onLoopback(at) {
		return s
	}
	refuse := guard(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.log.Info("refused a foreign host name", "host", r.Host, "path", r.URL.Path)
		title := "This desk has another name"
		view := apology{
			Title: title,
			Why:   fmt.Sprintf("It can be read on its own machine alone, and %q is no name of that.", r.Host),
			Hint:  fmt.Sprintf("Open http://%s instead. A proxy before it has to send that as the host, or the desk has to listen on another address (--listen).", at),
			Home:  fmt.Sprintf("http://%s/", at),
		}
		if err := s.write(w, http.StatusMisdirectedRequest, sheet{Name: "trouble", Title: title, View: view}); err != nil {
			http.Error(w, title, http.StatusMisdirectedRequest)
		}
	}))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if meansThisMachine(r.Host) {
			s.ServeHTTP(w, r)
		} else {
			refuse.ServeHTTP(w, r)
		}
	})
}

func onLoopback(at net.Addr) bool {
	own, ok := at.(*net.TCPAddr)
	return ok && own.IP.IsLoopback()
}

// meansThisMachine tells whether a Host header can only mean loopback: an
// address of it, or a name that resolves to nothing else (RFC 6761, section 6.3).
func meansThisMachine(host string) bool {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	host = strings.ToLower(strings.TrimSuffix(strings.Trim(host, "[]"), "."))
	if ip, err := netip.ParseAddr(host); err == nil {
		return ip.Unmap().IsLoopback()
	}
	return host == "localhost" || strings.HasSuffix(host, ".localhost")
}
