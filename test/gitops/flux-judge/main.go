// Command flux-judge says what helm-controller makes of the values of a HelmRelease: fluxcd/pkg's ChartValuesFromReferences itself.
//
// It reads a JSON list of {"values": {…}, "refs": [ValuesReference], "maps": {"name": {"key": "text"}}} and writes a JSON list of
// {"values": {…}} or {"error": "…"}. Every map is a ConfigMap and a Secret in the namespace of the release.
package main

import (
	"context"
	"encoding/json"
	"os"

	"github.com/fluxcd/pkg/apis/meta"
	"github.com/fluxcd/pkg/chartutil"
	"github.com/go-logr/logr"
	corev1 "k8s.io/api/core/v1"
	apierrors "k8s.io/apimachinery/pkg/api/errors"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"sigs.k8s.io/controller-runtime/pkg/client"
)

type question struct {
	Values map[string]any               `json:"values"`
	Refs   []meta.ValuesReference       `json:"refs"`
	Maps   map[string]map[string]string `json:"maps"`
}

type answer struct {
	Values map[string]any `json:"values,omitempty"`
	Error  string         `json:"error,omitempty"`
}

// cluster holds the maps of a question; nothing but Get is asked.
type cluster struct {
	client.Client
	maps map[string]map[string]string
}

func (c cluster) Get(_ context.Context, key client.ObjectKey, object client.Object, _ ...client.GetOption) error {
	held, ok := c.maps[key.Name]
	if !ok {
		return apierrors.NewNotFound(schema.GroupResource{Resource: "configmaps"}, key.Name)
	}
	switch to := object.(type) {
	case *corev1.ConfigMap:
		to.Data = held
	case *corev1.Secret:
		to.Data = map[string][]byte{}
		for name, text := range held {
			to.Data[name] = []byte(text)
		}
	}
	return nil
}

func main() {
	var questions []question
	if err := json.NewDecoder(os.Stdin).Decode(&questions); err != nil {
		panic(err)
	}
	answers := []answer{}
	for _, q := range questions {
		values, err := chartutil.ChartValuesFromReferences(context.Background(), logr.Discard(), cluster{maps: q.Maps}, "apps", q.Values, q.Refs...)
		if err != nil {
			answers = append(answers, answer{Error: err.Error()})
			continue
		}
		answers = append(answers, answer{Values: values})
	}
	if err := json.NewEncoder(os.Stdout).Encode(answers); err != nil {
		panic(err)
	}
}
