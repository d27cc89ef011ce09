//go:build !helm3

package main

import (
	"helm.sh/helm/v4/pkg/chart/common"
	chart "helm.sh/helm/v4/pkg/chart/v2"
	"helm.sh/helm/v4/pkg/engine"
)

func render(one question) (string, error) {
	c := &chart.Chart{Metadata: &chart.Metadata{APIVersion: "v2", Name: "c", Version: "1.2.3", AppVersion: "4.5.6"}}
	for name, text := range one.templates() {
		c.Templates = append(c.Templates, &common.File{Name: name, Data: []byte(text)})
	}
	for name, data := range one.Files {
		c.Files = append(c.Files, &common.File{Name: name, Data: []byte(data.text())})
	}
	out, err := engine.Render(c, common.Values{
		"Values":       one.values(),
		"Release":      release(),
		"Capabilities": common.DefaultCapabilities,
	})
	return out["c/"+templateName], err
}
