// Package warc reads web archives (WARC 1.0 and 1.1, ISO 28500): the pages that
// a crawler kept, with their addresses and the moments of their fetching. It
// reads a plain stream; gzip and zstd around it are intake/unpack's matter.
package warc

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/http/httputil"
	"net/textproto"
	"strconv"
	"strings"
	"time"

	"coranto"
	"coranto/intake/unpack"
)

const (
	maxLine  = 16 << 10 // of a record's own head
	maxLines = 200
)

// Record is one record that may hold a page.
type Record struct {
	N         int       // its place among all records, from 1
	Type      string    // response, resource or conversion
	URL       string    // WARC-Target-URI
	Fetched   time.Time // WARC-Date; zero when missing
	MediaType string    // Content-Type of the page, with charset; "" when unknown
	Status    int       // of the HTTP answer; 200 for records that hold none
	Body      []byte    // the page, out of its transfer and content encodings
}

// Reader gives the records of a stream one by one and holds one at a time.
type Reader struct {
	r    *bufio.Reader
	max  int64
	n    int
	over bool
}

// NewReader reads records of at most max bytes each from r, packed or not.
func NewReader(r io.Reader, max int64) *Reader {
	return &Reader{r: bufio.NewReaderSize(r, 64<<10), max: max}
}

// Next returns the next record that may hold a page; requests, metadata and
// revisits are passed over. With an error N is still set. Errors are
// *coranto.Error without Op and Subject, Damaged, TooLarge or Unsupported, or
// the stream's own; reading goes on after them where it can. The end is io.EOF.
func (r *Reader) Next() (Record, error) {
	for !r.over {
		head, err := r.head()
		if errors.Is(err, io.EOF) {
			break
		}
		r.n++
		if err != nil {
			r.over = true
			return Record{N: r.n}, err
		}
		rec, keep, err := r.record(head)
		if err != nil || keep {
			return rec, err
		}
	}
	r.over = true
	return Record{N: r.n}, io.EOF
}

func damaged(format string, args ...any) error {
	return coranto.Errorf(coranto.Damaged, "", "", "make or get the archive again", format, args...)
}

// head reads a record's own head. io.EOF means that no further record begins.
func (r *Reader) head() (textproto.MIMEHeader, error) {
	version, err := r.line()
	for err == nil && version == "" { // two line breaks end a record; be generous
		version, err = r.line()
	}
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF):
		return nil, cutShort(err)
	case err != nil:
		return nil, err
	case !strings.HasPrefix(version, "WARC/"):
		return nil, damaged("no record begins where one is due")
	}
	head := textproto.MIMEHeader{}
	last := ""
	for range maxLines {
		line, err := r.line()
		if err != nil {
			return nil, cutShort(err)
		}
		if line == "" {
			return head, nil
		}
		if line[0] == ' ' || line[0] == '\t' { // goes on from the line before
			if v := head[last]; len(v) > 0 {
				v[len(v)-1] = strings.TrimSpace(v[len(v)-1] + " " + strings.TrimSpace(line))
			}
			continue
		}
		name, value, ok := strings.Cut(line, ":")
		if !ok {
			return nil, damaged("a record's head has a line without a colon")
		}
		last = textproto.CanonicalMIMEHeaderKey(strings.TrimSpace(name))
		head.Add(last, strings.TrimSpace(value))
	}
	return nil, damaged("a record's head has more than %d lines", maxLines)
}

// line reads a line without its line break, with an end of at most maxLine bytes.
func (r *Reader) line() (string, error) {
	line, err := r.r.ReadSlice('\n')
	switch {
	case errors.Is(err, io.EOF) && len(bytes.TrimSpace(line)) == 0:
		return "", io.EOF
	case errors.Is(err, io.EOF):
		return "", io.ErrUnexpectedEOF
	case errors.Is(err, bufio.ErrBufferFull), err == nil && len(line) > maxLine:
		return "", damaged("a record's head has a line of more than %d bytes", maxLine)
	}
	return strings.TrimRight(string(line), "\r\n"), err
}

// cutShort names an end that comes too early; other errors stay.
func cutShort(err error) error {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return damaged("the archive ends inside a record")
	}
	return err
}

// record reads the content block that belongs to head. keep is false for a
// record that holds no page.
func (r *Reader) record(head textproto.MIMEHeader) (rec Record, keep bool, err error) {
	rec = Record{N: r.n, Type: strings.ToLower(head.Get("Warc-Type")), Status: 200}
	size, err := strconv.ParseInt(head.Get("Content-Length"), 10, 64)
	if err != nil || size < 0 {
		r.over = true
		return rec, true, damaged("a record without a usable Content-Length")
	}
	keep = rec.Type == "response" || rec.Type == "resource" || rec.Type == "conversion"
	if !keep || size > r.max {
		if _, err := io.CopyN(io.Discard, r.r, size); err != nil {
			r.over = true
			return rec, true, cutShort(err)
		}
		if keep {
			err = tooLarge(r.max)
		}
		return rec, keep, err
	}
	// The length is the archive's claim: memory follows what is really there.
	var block bytes.Buffer
	if _, err := io.CopyN(&block, r.r, size); err != nil {
		r.over = true
		return rec, true, cutShort(err)
	}
	rec.URL = strings.Trim(head.Get("Warc-Target-Uri"), "<>")
	rec.Fetched, _ = time.Parse(time.RFC3339, head.Get("Warc-Date"))
	rec.MediaType, rec.Body = head.Get("Content-Type"), block.Bytes()
	if rec.Type == "response" {
		if !strings.HasPrefix(strings.ToLower(rec.MediaType), "application/http") {
			return rec, false, nil // an answer in another protocol (DNS)
		}
		err = r.answer(&rec)
	}
	return rec, true, err
}

func tooLarge(max int64) error {
	return coranto.Errorf(coranto.TooLarge, "", "", "leave it out", "a record of more than %d bytes", max)
}

// answer takes an HTTP answer apart: status, media type, body. The body comes
// out of its encodings whether or not the head admits to them: crawlers often
// keep the head as it was and the body decoded, or the other way round.
func (r *Reader) answer(rec *Record) error {
	in := bufio.NewReader(bytes.NewReader(rec.Body))
	tp := textproto.NewReader(in)
	status, err := tp.ReadLine()
	proto, rest, _ := strings.Cut(status, " ")
	if err != nil || !strings.HasPrefix(proto, "HTTP/") {
		return damaged("a response without an HTTP status line")
	}
	code, _, _ := strings.Cut(strings.TrimSpace(rest), " ")
	if rec.Status, err = strconv.Atoi(code); err != nil {
		return damaged("a response without an HTTP status")
	}
	head, err := tp.ReadMIMEHeader()
	if err != nil && !errors.Is(err, io.EOF) {
		return damaged("a response with a broken HTTP head: %w", err)
	}
	body, err := io.ReadAll(in)
	if err != nil {
		return fmt.Errorf("read a response: %w", err)
	}
	if strings.EqualFold(head.Get("Transfer-Encoding"), "chunked") {
		if whole, err := io.ReadAll(httputil.NewChunkedReader(bytes.NewReader(body))); err == nil {
			body = whole
		}
	}
	rec.MediaType = head.Get("Content-Type")
	switch coding := strings.ToLower(strings.TrimSpace(head.Get("Content-Encoding"))); {
	case unpack.Packed(body):
		if body, err = r.unpack(body); err != nil {
			return err
		}
	case coding == "br", coding == "compress":
		return coranto.Errorf(coranto.Unsupported, "", "", "make the archive with gzip or without compression", "its content encoding is %q", coding)
	}
	rec.Body = body
	return nil
}

func (r *Reader) unpack(body []byte) ([]byte, error) {
	u, err := unpack.New(bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	defer u.Close()
	out, err := io.ReadAll(io.LimitReader(u, r.max+1))
	var known *coranto.Error
	switch {
	case errors.As(err, &known):
		return nil, err
	case err != nil:
		return nil, damaged("a response that cannot be unpacked: %w", err)
	case int64(len(out)) > r.max:
		return nil, tooLarge(r.max)
	}
	return out, nil
}
