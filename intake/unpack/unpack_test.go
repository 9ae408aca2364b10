package unpack_test

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"

	"coranto"
	"coranto/intake/unpack"
)

func gz(b []byte) []byte {
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	w.Write(b)
	w.Close()
	return out.Bytes()
}

func zst(b []byte) []byte {
	w, _ := zstd.NewWriter(nil)
	return w.EncodeAll(b, nil)
}

func read(r io.Reader) ([]byte, error) {
	u, err := unpack.New(r)
	if err != nil {
		return nil, err
	}
	defer u.Close()
	return io.ReadAll(u)
}

func TestUnpack(t *testing.T) {
	text := []byte("They met on Tuesday.\n")
	for name, in := range map[string][]byte{
		"plain": text, "gzip": gz(text), "zstd": zst(text), "gzip in zstd": zst(gz(text)), "gzip in gzip": gz(gz(text)),
		"gzip of two members": append(gz(text[:7]), gz(text[7:])...),
		"zstd of two frames":  append(zst(text[:7]), zst(text[7:])...),
	} {
		t.Run(name, func(t *testing.T) {
			got, err := read(bytes.NewReader(in))
			if err != nil || !bytes.Equal(got, text) {
				t.Errorf("got %q, %v", got, err)
			}
		})
	}
}

func TestUnpackErrors(t *testing.T) {
	text := []byte(strings.Repeat("They met on Tuesday, and on Friday they parted. ", 50))
	broken := gz(text)
	broken[len(broken)-6] ^= 0xff // in the checksum
	torn := errors.New("disk torn out")
	for _, c := range []struct {
		name string
		in   io.Reader
		kind coranto.Kind
	}{
		{"gzip cut short", bytes.NewReader(gz(text)[:40]), coranto.Damaged},
		{"gzip cut in its head", bytes.NewReader(gz(text)[:5]), coranto.Damaged},
		{"zstd cut short", bytes.NewReader(zst(text)[:20]), coranto.Damaged},
		{"wrong checksum", bytes.NewReader(broken), coranto.Damaged},
		{"packed three times", bytes.NewReader(gz(gz(gz(text)))), coranto.Unsupported},
		{"a failing disk is no damage", io.MultiReader(bytes.NewReader(gz(text)[:40]), iotest.ErrReader(torn)), coranto.Internal},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, err := read(c.in); coranto.KindOf(err) != c.kind {
				t.Errorf("got kind %q (%v), want %q", coranto.KindOf(err), err, c.kind)
			}
		})
	}
}

// A little that unfolds to very much is stopped on the way.
func TestBomb(t *testing.T) {
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	for range 160 {
		w.Write(make([]byte, 1<<20))
	}
	w.Close()
	u, err := unpack.New(&packed)
	if err != nil {
		t.Fatal(err)
	}
	defer u.Close()
	n, err := io.Copy(io.Discard, u)
	if coranto.KindOf(err) != coranto.TooLarge || n > 130<<20 {
		t.Errorf("%d bytes came out, error %v", n, err)
	}
}

func FuzzUnpack(f *testing.F) {
	f.Add([]byte("plain"))
	f.Add(gz([]byte("packed")))
	f.Add(zst(gz([]byte("packed"))))
	f.Fuzz(func(t *testing.T, b []byte) {
		u, err := unpack.New(bytes.NewReader(b))
		if err == nil {
			_, err = io.Copy(io.Discard, io.LimitReader(u, 1<<20))
			u.Close()
		}
		if err != nil && coranto.KindOf(err) == coranto.Internal {
			t.Errorf("an unexplained error: %v", err)
		}
	})
}
