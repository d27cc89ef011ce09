//go:build helm3

package main

import (
	"helm.sh/helm/v3/pkg/chart"
	"helm.sh/helm/v3/pkg/chartutil"
	"helm.sh/helm/v3/pkg/engine"
)

func render(one question) (string, error) {
	c := &chart.Chart{Metadata: &chart.Metadata{APIVersion: "v2", Name: "c", Version: "1.2.3", AppVersion: "4.5.6"}}
	for name, text := range one.templates() {
		c.Templates = append(c.Templates, &chart.File{Name: name, Data: []byte(text)})
	}
	for name, data := range one.Files {
		c.Files = append(c.Files, &chart.File{Name: name, Data: []byte(data.text())})
	}
	out, err := engine.Render(c, chartutil.Values{
		"Values":       one.values(),
		"Release":      release(),
		"Capabilities": chartutil.DefaultCapabilities,
	})
	return out["c/"+templateName], err
}
