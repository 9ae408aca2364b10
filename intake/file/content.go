package file

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"coranto"
	"coranto/intake/record"
	"coranto/intake/sniff"
	"coranto/intake/unpack"
	"coranto/intake/warc"
)

// content reads what stands under name. size is that of a plain file, -1 when
// unknown.
func (w *walker) content(name string, r io.Reader, size int64, given bool) bool {
	if w.opt.Plain {
		return w.page(coranto.Page{Name: name, Form: coranto.Plain}, r, size)
	}
	u, err := unpack.New(r)
	if err != nil {
		return w.fail(name, err)
	}
	defer u.Close()
	head, err := u.Peek(sniff.Head)
	if err != nil && !errors.Is(err, io.EOF) {
		return w.fail(name, err)
	}
	switch v := sniff.Tell(head, errors.Is(err, io.EOF)); v.Kind {
	case sniff.HTML, sniff.Dump:
		return w.page(coranto.Page{Name: name, Form: v.Form()}, u, -1)
	case sniff.JSONLines:
		return w.records(name, u, v.Wide)
	case sniff.WARC:
		return w.archive(name, u)
	case sniff.Empty:
		if given {
			return w.fail(name, coranto.Errorf(coranto.Empty, "", "", "check how it was made", "there is nothing in it"))
		}
		return w.skip(name, v.Why)
	case sniff.Binary:
		if given {
			return w.fail(name, coranto.Errorf(coranto.Unsupported, "", "",
				"give HTML, text, JSON Lines, WARC or OPML", "%s, no text", v.Why))
		}
		return w.skip(name, v.Why)
	default:
		return w.skip(name, v.Why)
	}
}

// page reads all of r as one page's body.
func (w *walker) page(p coranto.Page, r io.Reader, size int64) bool {
	var body bytes.Buffer
	if size <= w.opt.MaxPage {
		n, err := body.ReadFrom(io.LimitReader(r, w.opt.MaxPage+1))
		if err != nil {
			return w.fail(p.Name, err)
		}
		size = n
	}
	switch {
	case size > w.opt.MaxPage:
		return w.fail(p.Name, coranto.Errorf(coranto.TooLarge, "", "", "cut it into smaller files", "a page of more than %s", megabytes(w.opt.MaxPage)))
	case size == 0:
		return w.fail(p.Name, coranto.Errorf(coranto.Empty, "", "", "check how it was made", "there is nothing in it"))
	}
	p.Body = body.Bytes()
	return w.give(Input{Name: p.Name, Page: &p})
}

func megabytes(n int64) string {
	if n < 1<<20 {
		return fmt.Sprintf("%d bytes", n)
	}
	return fmt.Sprintf("%d MB", n>>20)
}

// records gives each line of JSON Lines. wide says that they are in UTF-16, as
// some shells write them.
func (w *walker) records(file string, r io.Reader, wide bool) bool {
	if wide {
		r = transform.NewReader(r, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder())
	}
	lines := record.NewReader(r, int(w.opt.MaxPage))
	for w.ctx.Err() == nil {
		n, line, err := lines.Next()
		name := fmt.Sprintf("%s#%d", file, n)
		switch {
		case errors.Is(err, io.EOF):
			return true
		case err != nil:
			if !w.fail(name, err) {
				return false
			}
		case !w.give(Input{Name: name, Page: &coranto.Page{Name: name, Form: coranto.Record, Body: line}}):
			return false
		}
	}
	return false
}

// archive gives the pages of a web archive.
func (w *walker) archive(file string, r io.Reader) bool {
	records := warc.NewReader(r, w.opt.MaxPage)
	found := false
	for w.ctx.Err() == nil {
		rec, err := records.Next()
		if errors.Is(err, io.EOF) {
			return found || w.skip(file, "a web archive without any page")
		}
		found = true
		name := fmt.Sprintf("%s#%d", file, rec.N)
		if err != nil {
			if !w.fail(name, err) {
				return false
			}
			continue
		}
		if !w.give(recordInput(name, rec)) {
			return false
		}
	}
	return false
}

// recordInput makes an input of a record of a web archive.
func recordInput(name string, rec warc.Record) Input {
	if rec.Status != 200 {
		return Input{Name: name, Skip: fmt.Sprintf("the server answered %d", rec.Status)}
	}
	v := sniff.Tell(rec.Body, true)
	if v.Form() == "" {
		return Input{Name: name, Skip: v.Why}
	}
	return Input{Name: name, Page: &coranto.Page{
		Name: name, URL: rec.URL, Form: v.Form(), MediaType: rec.MediaType, Fetched: rec.Fetched, Body: rec.Body,
	}}
}
