// Package unpack reads through gzip and zstd, told by their first bytes, with
// guards against bombs. Memory stays flat, whatever the packed data claims.
package unpack

import (
	"bufio"
	"bytes"
	"errors"
	"io"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"

	"coranto"
)

const (
	// Layers is how often something may be packed: a .gz inside a .zst is read.
	Layers = 2
	// A stream may unfold to maxRatio times its packed size; below freeBytes it
	// is not looked at. Text packs to a tenth, seldom to a fiftieth; deflate
	// reaches 1,032 at most, on one repeated byte (RFC 1951).
	maxRatio  = 200
	freeBytes = 128 << 20
	// maxWindow is the memory that a zstd stream may ask for: what `zstd --ultra`
	// uses.
	maxWindow = 128 << 20
	// Head is how many bytes can be peeked at.
	Head = 64 << 10
)

var (
	gzipMagic = []byte{0x1f, 0x8b}
	zstdMagic = []byte{0x28, 0xb5, 0x2f, 0xfd}
)

// Packed tells whether head begins as gzip or zstd do.
func Packed(head []byte) bool {
	return bytes.HasPrefix(head, gzipMagic) || bytes.HasPrefix(head, zstdMagic)
}

// Reader gives unpacked bytes. Its errors are those of the source it reads, or
// *coranto.Error without Op and Subject: Damaged when the packed data is broken
// or ends early, TooLarge for a bomb, Unsupported when packed more than Layers
// times.
type Reader struct {
	*bufio.Reader
	closers []func()
}

// New reads from r, unpacking what is packed. Data that is not packed is passed
// on as it is.
func New(r io.Reader) (*Reader, error) {
	source := &source{r: r}
	u := &Reader{Reader: bufio.NewReaderSize(source, Head)}
	for layer := 0; ; layer++ {
		magic, err := u.Peek(4)
		if err != nil && len(magic) == 0 && !errors.Is(err, io.EOF) {
			u.Close()
			return nil, err
		}
		if !Packed(magic) {
			return u, nil
		}
		if layer == Layers {
			u.Close()
			return nil, coranto.Errorf(coranto.Unsupported, "", "", "unpack it first", "packed more than %d times", Layers)
		}
		inner, err := u.open(magic)
		if err != nil {
			u.Close()
			return nil, source.explain(err)
		}
		u.Reader = bufio.NewReaderSize(&layerReader{r: inner, source: source}, Head)
	}
}

// open starts the unpacking of what u now reads.
func (u *Reader) open(magic []byte) (io.Reader, error) {
	if bytes.HasPrefix(magic, gzipMagic) {
		return gzip.NewReader(u.Reader)
	}
	z, err := zstd.NewReader(u.Reader, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true), zstd.WithDecoderMaxWindow(maxWindow))
	if err != nil {
		return nil, err
	}
	u.closers = append(u.closers, z.Close)
	return z, nil
}

// Close frees what unpacking holds. It does not close the source.
func (u *Reader) Close() {
	for i := len(u.closers) - 1; i >= 0; i-- {
		u.closers[i]()
	}
	u.closers = nil
}

// source counts the packed bytes and remembers the source's own failure, so that
// a disk that fails is not taken for damaged data.
type source struct {
	r    io.Reader
	n    int64
	fail error
}

func (s *source) Read(p []byte) (int, error) {
	n, err := s.r.Read(p)
	s.n += int64(n)
	if err != nil && !errors.Is(err, io.EOF) {
		s.fail = err
	}
	return n, err
}

// explain turns an unpacker's error into the one to show.
func (s *source) explain(err error) error {
	var known *coranto.Error
	switch {
	case s.fail != nil:
		return s.fail
	case errors.As(err, &known):
		return known
	case errors.Is(err, zstd.ErrWindowSizeExceeded), errors.Is(err, zstd.ErrDecoderSizeExceeded):
		return coranto.Errorf(coranto.TooLarge, "", "", "unpack it first if you trust it", "unpacking it would take too much memory")
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return coranto.Errorf(coranto.Damaged, "", "", "get it again, it was cut short", "its packed data ends too early")
	}
	return coranto.Errorf(coranto.Damaged, "", "", "get it again", "its packed data is broken: %w", err)
}

// layerReader reads one unpacker, explains its errors and stops bombs. After an
// error it gives the same one again.
type layerReader struct {
	r      io.Reader
	source *source
	n      int64
	err    error
}

func (l *layerReader) Read(p []byte) (int, error) {
	if l.err != nil {
		return 0, l.err
	}
	n, err := l.r.Read(p)
	l.n += int64(n)
	switch {
	case l.n > freeBytes && l.n/maxRatio > l.source.n:
		n = 0
		l.err = coranto.Errorf(coranto.TooLarge, "", "", "unpack it first if you trust it", "it unfolds to more than %d times its size", maxRatio)
	case err != nil && !errors.Is(err, io.EOF):
		l.err = l.source.explain(err)
	default:
		l.err = err
	}
	return n, l.err
}
