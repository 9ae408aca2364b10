// Package term is the terminal's view: JSON Lines for other programs, plain
// text for people.
package term

import (
	"encoding/json"
	"io"
	"reflect"
)

// WriteJSON writes v as one line. A list that is nil is written as [], never as
// null: whoever reads the line need not ask.
func WriteJSON(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	p := reflect.New(reflect.TypeOf(v))
	p.Elem().Set(reflect.ValueOf(v))
	fillLists(p.Elem())
	return enc.Encode(p.Interface())
}

// fillLists replaces nil slices by empty ones, in v and below it.
func fillLists(v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				fillLists(v.Field(i))
			}
		}
	case reflect.Slice:
		if v.IsNil() && v.CanSet() {
			v.Set(reflect.MakeSlice(v.Type(), 0, 0))
		}
		if k := v.Type().Elem().Kind(); k == reflect.Struct || k == reflect.Slice {
			for i := range v.Len() {
				fillLists(v.Index(i))
			}
		}
	}
}
