package web

import (
	"net/http"
	"strconv"
	"strings"
	"time"
)

// A visit ends when no front page has been asked for in visitGap. The cookie
// holds when the visit before this one ended and when the front page was last
// asked for, in Unix seconds: "BEFORE.LAST".
const (
	visitCookie = "coranto-visit"
	visitGap    = 30 * time.Minute
)

// visit returns when the reader's last visit ended, the zero time for a first
// one, and the cookie that remembers this one.
func visit(r *http.Request, now time.Time) (since time.Time, remember *http.Cookie) {
	if c, err := r.Cookie(visitCookie); err == nil {
		before, last, _ := strings.Cut(c.Value, ".")
		since = unix(before)
		if end := unix(last); now.Sub(end) > visitGap {
			since = end
		}
	}
	value := "0"
	if !since.IsZero() {
		value = strconv.FormatInt(since.Unix(), 10)
	}
	return since, &http.Cookie{
		Name: visitCookie, Value: value + "." + strconv.FormatInt(now.Unix(), 10), Path: "/",
		MaxAge: 365 * 24 * 60 * 60, HttpOnly: true, SameSite: http.SameSiteLaxMode,
	}
}

// unix reads seconds; what is no such number is the zero time.
func unix(s string) time.Time {
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil || n <= 0 || n > 1<<40 {
		return time.Time{}
	}
	return time.Unix(n, 0)
}
