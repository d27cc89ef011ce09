// Command kubernetes-judge says what the API server would say to a manifest: strict decoding, defaulting, and the validation that runs on create.
//
// It reads one JSON object a line ({"id": …, "text": "YAML of one manifest"}) and writes one a line:
// {"id": …, "skipped": true} for kinds that it does not know, or
// {"id": …, "decode": "…"} where decoding fails, else {"id": …, "strict": ["…"], "errors": [{"field", "type", "message"}], "warnings": […],
// "node": […]}: what the API server takes and no node can run, which are images that nodes cannot read.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"

	"github.com/distribution/reference"
	apierrors "k8s.io/apimachinery/pkg/api/errors"
	"k8s.io/apimachinery/pkg/api/meta"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apimachinery/pkg/runtime/serializer"
	genericapirequest "k8s.io/apiserver/pkg/endpoints/request"
	"k8s.io/apiserver/pkg/registry/rest"
	"k8s.io/apiserver/pkg/warning"
	"k8s.io/kubernetes/pkg/api/legacyscheme"
	"k8s.io/kubernetes/pkg/apis/core"
	"k8s.io/kubernetes/pkg/capabilities"
	"sigs.k8s.io/yaml"
)

type question struct {
	ID   json.RawMessage `json:"id"`
	Text string          `json:"text"`
}

type mistake struct {
	Field   string `json:"field"`
	Type    string `json:"type"`
	Message string `json:"message"`
}

type answer struct {
	ID       json.RawMessage `json:"id"`
	Skipped  bool            `json:"skipped,omitempty"`
	Decode   string          `json:"decode,omitempty"`
	Strict   []string        `json:"strict,omitempty"`
	Errors   []mistake       `json:"errors,omitempty"`
	Warnings []string        `json:"warnings,omitempty"`
	Node     []string        `json:"node,omitempty"`
}

type warnings struct{ texts []string }

func (w *warnings) AddWarning(_, text string) { w.texts = append(w.texts, text) }

var decoder = serializer.NewCodecFactory(legacyscheme.Scheme, serializer.EnableStrict).UniversalDecoder()

func judge(q question) (a answer) {
	a.ID = q.ID
	defer func() {
		if r := recover(); r != nil {
			a.Decode = fmt.Sprintf("panic: %v", r)
		}
	}()
	var kind schema.GroupVersionKind
	object, found, err := decoder.Decode([]byte(q.Text), nil, nil)
	if found != nil {
		kind = *found
	}
	if err != nil {
		if strict, ok := runtime.AsStrictDecodingError(err); ok {
			for _, e := range strict.Errors() {
				a.Strict = append(a.Strict, e.Error())
			}
		} else if runtime.IsNotRegisteredError(err) {
			a.Skipped = true
			return a
		} else {
			a.Decode = err.Error()
			return a
		}
	}
	if object == nil {
		return a
	}
	strategy := strategies[[2]string{kind.Group, kind.Kind}]
	if strategy == nil {
		a.Skipped = true
		return a
	}
	accessor, err := meta.Accessor(object)
	if err != nil {
		a.Decode = err.Error()
		return a
	}
	rest.FillObjectMetaSystemFields(accessor)
	if accessor.GetGenerateName() != "" && accessor.GetName() == "" {
		accessor.SetName(strategy.GenerateName(accessor.GetGenerateName()))
	}
	if service, ok := object.(*core.Service); ok && service.Spec.ClusterIP != "" && len(service.Spec.ClusterIPs) == 0 {
		// The storage of services does this before it validates.
		service.Spec.ClusterIPs = []string{service.Spec.ClusterIP}
	}
	namespace := ""
	if strategy.NamespaceScoped() {
		namespace = accessor.GetNamespace()
		if namespace == "" {
			namespace = "default"
		}
	}
	heard := &warnings{}
	ctx := warning.WithWarningRecorder(context.Background(), heard)
	ctx = genericapirequest.WithNamespace(ctx, namespace)
	ctx = genericapirequest.WithRequestInfo(ctx, &genericapirequest.RequestInfo{APIGroup: kind.Group, APIVersion: kind.Version, Verb: "create"})
	if err := rest.BeforeCreate(strategy, ctx, object); err != nil {
		var status *apierrors.StatusError
		if errors.As(err, &status) && status.ErrStatus.Details != nil && len(status.ErrStatus.Details.Causes) > 0 {
			for _, cause := range status.ErrStatus.Details.Causes {
				a.Errors = append(a.Errors, mistake{cause.Field, string(cause.Type), cause.Message})
			}
		} else {
			a.Errors = append(a.Errors, mistake{"", "", err.Error()})
		}
	}
	a.Warnings = heard.texts
	var plain any
	if yaml.Unmarshal([]byte(q.Text), &plain) == nil {
		a.Node = unreadableImages(plain, nil)
	}
	return a
}

// unreadableImages names the images of containers that ParseImageName of pkg/util/parsers, which the kubelet asks, does not read.
func unreadableImages(value any, found []string) []string {
	switch value := value.(type) {
	case []any:
		for _, item := range value {
			found = unreadableImages(item, found)
		}
	case map[string]any:
		for key, below := range value {
			containers, _ := below.([]any)
			if key != "containers" && key != "initContainers" {
				found = unreadableImages(below, found)
			}
			for _, item := range containers {
				container, _ := item.(map[string]any)
				if image, ok := container["image"].(string); ok {
					if _, err := reference.ParseNormalizedNamed(image); err != nil {
						found = append(found, fmt.Sprintf("image %q: %v", image, err))
					}
				}
			}
		}
	}
	return found
}

func main() {
	// Clusters allow privileged containers unless they are told not to.
	capabilities.Initialize(capabilities.Capabilities{AllowPrivileged: true})
	input := bufio.NewScanner(os.Stdin)
	input.Buffer(make([]byte, 1<<20), 1<<28)
	output := bufio.NewWriter(os.Stdout)
	defer output.Flush()
	encoder := json.NewEncoder(output)
	encoder.SetEscapeHTML(false)
	for input.Scan() {
		var q question
		if err := json.Unmarshal(input.Bytes(), &q); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(2)
		}
		if err := encoder.Encode(judge(q)); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(2)
		}
		output.Flush()
	}
}
