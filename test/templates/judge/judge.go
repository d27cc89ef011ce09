// Renders templates with Helm's own engine: reads questions as JSON from stdin, one after the other, and prints one
// answer for each, a line of JSON. `go build` asks Helm 4; `go build -modfile helm3.mod -tags helm3` asks Helm 3.
package main

import (
	"bufio"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"os"
	"strconv"
	"unicode/utf8"
)

// Short, because every error names it.
const templateName = "templates/t"

type question struct {
	Template string            `json:"template"`
	Values   any               `json:"values"`
	Helpers  map[string]string `json:"helpers"`
	Files    map[string]bytes  `json:"files"`
}

// A text, or {"$bytes": base64}.
type bytes struct{ any }

func (b *bytes) UnmarshalJSON(data []byte) error { return json.Unmarshal(data, &b.any) }

func (b bytes) text() string { return typed(b.any).(string) }

func (q question) templates() map[string]string {
	all := map[string]string{templateName: q.Template}
	for name, text := range q.Helpers {
		all["templates/"+name] = text
	}
	return all
}

func (q question) values() map[string]any {
	values, isMap := typed(q.Values).(map[string]any)
	if !isMap {
		return map[string]any{}
	}
	return values
}

func release() map[string]any {
	return map[string]any{
		"Name": "release-name", "Namespace": "default", "Revision": 1,
		"IsUpgrade": false, "IsInstall": true, "Service": "Helm",
	}
}

// Gives values the types that JSON has no words for: {"$int64": "5"}, {"$float64": "NaN"}, {"$strings": ["a"]} …
func typed(value any) any {
	switch v := value.(type) {
	case []any:
		list := make([]any, len(v))
		for i, item := range v {
			list[i] = typed(item)
		}
		return list
	case map[string]any:
		if len(v) == 1 {
			for key, inner := range v {
				if made, isMarker := marked(key, inner); isMarker {
					return made
				}
			}
		}
		made := make(map[string]any, len(v))
		for key, inner := range v {
			made[key] = typed(inner)
		}
		return made
	}
	return value
}

func marked(marker string, inner any) (any, bool) {
	switch marker {
	case "$int", "$int64", "$uint64":
		text := inner.(string)
		if marker == "$uint64" {
			n, err := strconv.ParseUint(text, 10, 64)
			check(err)
			return n, true
		}
		n, err := strconv.ParseInt(text, 10, 64)
		check(err)
		if marker == "$int" {
			return int(n), true
		}
		return n, true
	case "$float64":
		switch inner.(string) {
		case "NaN":
			return math.NaN(), true
		case "+Inf":
			return math.Inf(1), true
		case "-Inf":
			return math.Inf(-1), true
		}
		n, err := strconv.ParseFloat(inner.(string), 64)
		check(err)
		return n, true
	case "$bytes":
		data, err := base64.StdEncoding.DecodeString(inner.(string))
		check(err)
		return string(data), true
	case "$strings":
		list := []string{}
		for _, item := range inner.([]any) {
			list = append(list, item.(string))
		}
		return list, true
	case "$ints":
		list := []int{}
		for _, item := range inner.([]any) {
			list = append(list, int(item.(float64)))
		}
		return list, true
	case "$stringMap":
		made := map[string]string{}
		for key, item := range inner.(map[string]any) {
			made[key] = item.(string)
		}
		return made, true
	}
	return nil, false
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}

// JSON text of a string whose bytes need not be UTF-8: such bytes become lone surrogates U+DC80 to U+DCFF.
func quoted(text string) []byte {
	out := []byte{'"'}
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			out = fmt.Appendf(out, `\udc%02x`, text[i])
		case r == '"' || r == '\\':
			out = append(out, '\\', byte(r))
		case r < ' ' || r == 0x7f || r == '\u2028' || r == '\u2029':
			out = fmt.Appendf(out, `\u%04x`, r)
		default:
			out = append(out, text[i:i+size]...)
		}
		i += size
	}
	return append(out, '"')
}

func main() {
	in := json.NewDecoder(bufio.NewReader(os.Stdin))
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for {
		var one question
		err := in.Decode(&one)
		if err == io.EOF {
			return
		}
		check(err)
		text, err := render(one)
		if err != nil {
			fmt.Fprintf(out, "{\"error\":%s}\n", quoted(err.Error()))
		} else {
			fmt.Fprintf(out, "{\"output\":%s}\n", quoted(text))
		}
	}
}
