// Package record frames JSON Lines: it cuts a stream into its lines, however
// long the stream. What a line says is read by reading/record.
package record

import (
	"bufio"
	"bytes"
	"errors"
	"io"

	"coranto"
)

// Reader gives the lines of a stream one by one. It holds one line at a time.
type Reader struct {
	r    *bufio.Reader
	max  int
	n    int
	over error // what ended the stream
}

// NewReader reads lines of at most max bytes from r.
func NewReader(r io.Reader, max int) *Reader {
	return &Reader{r: bufio.NewReaderSize(r, 64<<10), max: max}
}

// Next returns the number, from 1, and the bytes of the next line that is not
// blank, without its line break; the bytes are the caller's to keep. A longer
// line than allowed gives an error of Kind TooLarge, and the line after it can
// be asked for. Any other error is the stream's own and ends it; the end is
// io.EOF.
func (r *Reader) Next() (n int, line []byte, err error) {
	for r.over == nil {
		line, err := r.line()
		if line == nil && err == nil {
			continue
		}
		return r.n, line, err
	}
	return r.n, nil, io.EOF
}

// line reads one line; nil, nil is a blank one or the end.
func (r *Reader) line() ([]byte, error) {
	r.n++
	var line []byte
	tooLong := false
	for {
		part, err := r.r.ReadSlice('\n')
		if !tooLong {
			line = append(line, part...)
			if len(line) > r.max+1 { // its line break is no part of it
				tooLong, line = true, nil
			}
		}
		if errors.Is(err, bufio.ErrBufferFull) {
			continue
		}
		if err != nil {
			r.over = err
			if !errors.Is(err, io.EOF) {
				return nil, err
			}
		}
		break
	}
	if tooLong {
		return nil, coranto.Errorf(coranto.TooLarge, "", "", "cut it into smaller records", "a line of more than %d bytes", r.max)
	}
	if line = bytes.TrimSpace(line); len(line) == 0 {
		return nil, nil
	}
	return line, nil
}
