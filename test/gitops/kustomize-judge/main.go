// Command kustomize-judge says what `kustomize build` makes of texts in memory: the library itself, with its default options.
//
// It reads a JSON list of {"files": {"path": "text"}, "root": "folder"} and writes a JSON list of {"out": "YAML"} or {"error": "…"}.
package main

import (
	"encoding/json"
	"fmt"
	"os"

	"sigs.k8s.io/kustomize/api/krusty"
	"sigs.k8s.io/kustomize/kyaml/filesys"
)

type question struct {
	Files map[string]string `json:"files"`
	Root  string            `json:"root"`
}

type answer struct {
	Out   string `json:"out,omitempty"`
	Error string `json:"error,omitempty"`
}

func build(q question) (a answer) {
	defer func() {
		if r := recover(); r != nil {
			a = answer{Error: fmt.Sprint("panic: ", r)}
		}
	}()
	fs := filesys.MakeFsInMemory()
	for path, text := range q.Files {
		if err := fs.WriteFile("/"+path, []byte(text)); err != nil {
			return answer{Error: err.Error()}
		}
	}
	resources, err := krusty.MakeKustomizer(krusty.MakeDefaultOptions()).Run(fs, "/"+q.Root)
	if err != nil {
		return answer{Error: err.Error()}
	}
	text, err := resources.AsYaml()
	if err != nil {
		return answer{Error: err.Error()}
	}
	return answer{Out: string(text)}
}

func main() {
	var questions []question
	if err := json.NewDecoder(os.Stdin).Decode(&questions); err != nil {
		panic(err)
	}
	answers := []answer{}
	for _, q := range questions {
		answers = append(answers, build(q))
	}
	if err := json.NewEncoder(os.Stdout).Encode(answers); err != nil {
		panic(err)
	}
}
