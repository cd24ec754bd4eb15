<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16" styleCategories="Symbology|Labeling|Fields|MapTips" labelsEnabled="1">
  <renderer-v2 type="RuleRenderer" symbollevels="0" forceraster="0" enableorderby="1">
    <rules key="{b0000000-0000-0000-0000-000000000000}">
      <rule key="{b0000000-0000-0000-0000-000000000001}" symbol="0" label="Given up, open" filter="coalesce(attribute($currentfeature, 'standing'), CASE WHEN &quot;status&quot; IN ('closed', 'withdrawn') THEN 'given_up' ELSE &quot;class&quot; END) = 'given_up'" scalemindenom="1" scalemaxdenom="250000"/>
      <rule key="{b0000000-0000-0000-0000-000000000002}" symbol="1" label="Given up, open" filter="coalesce(attribute($currentfeature, 'standing'), CASE WHEN &quot;status&quot; IN ('closed', 'withdrawn') THEN 'given_up' ELSE &quot;class&quot; END) = 'given_up'" scalemindenom="250000" scalemaxdenom="900000"/>
      <rule key="{b0000000-0000-0000-0000-000000000003}" symbol="2" label="Given up, open" filter="coalesce(attribute($currentfeature, 'standing'), CASE WHEN &quot;status&quot; IN ('closed', 'withdrawn') THEN 'given_up' ELSE &quot;class&quot; END) = 'given_up'" scalemindenom="900000"/>
      <rule key="{b0000000-0000-0000-0000-000000000004}" symbol="3" label="Suspected (SHA)" filter="coalesce(attribute($currentfeature, 'standing'), CASE WHEN &quot;status&quot; IN ('closed', 'withdrawn') THEN 'given_up' ELSE &quot;class&quot; END) = 'suspected'" scalemindenom="1" scalemaxdenom="250000"/>
      <rule key="{b0000000-0000-0000-0000-000000000005}" symbol="4" label="Suspected (SHA)" filter="coalesce(attribute($currentfeature, 'standing'), CASE WHEN &quot;status&quot; IN ('closed', 'withdrawn') THEN 'given_up' ELSE &quot;class&quot; END) = 'suspected'" scalemindenom="250000" scalemaxdenom="900000"/>
      <rule key="{b0000000-0000-0000-0000-000000000006}" symbol="5" label="Suspected (SHA)" filter="coalesce(attribute($currentfeature, 'standing'), CASE WHEN &quot;status&quot; IN ('closed', 'withdrawn') THEN 'given_up' ELSE &quot;class&quot; END) = 'suspected'" scalemindenom="900000"/>
      <rule key="{b0000000-0000-0000-0000-000000000007}" symbol="6" label="Confirmed (CHA)" filter="coalesce(attribute($currentfeature, 'standing'), CASE WHEN &quot;status&quot; IN ('closed', 'withdrawn') THEN 'given_up' ELSE &quot;class&quot; END) = 'confirmed'" scalemindenom="1" scalemaxdenom="250000"/>
      <rule key="{b0000000-0000-0000-0000-000000000008}" symbol="7" label="Confirmed (CHA)" filter="coalesce(attribute($currentfeature, 'standing'), CASE WHEN &quot;status&quot; IN ('closed', 'withdrawn') THEN 'given_up' ELSE &quot;class&quot; END) = 'confirmed'" scalemindenom="250000" scalemaxdenom="900000"/>
      <rule key="{b0000000-0000-0000-0000-000000000009}" symbol="8" label="Confirmed (CHA)" filter="coalesce(attribute($currentfeature, 'standing'), CASE WHEN &quot;status&quot; IN ('closed', 'withdrawn') THEN 'given_up' ELSE &quot;class&quot; END) = 'confirmed'" scalemindenom="900000"/>
      <rule key="{b0000000-0000-0000-0000-000000000010}" symbol="9" label="Drawn by hand, not imported yet" filter="array_contains(map_akeys(attributes($currentfeature)), 'standing') AND attribute($currentfeature, 'standing') IS NULL"/>
    </rules>
    <symbols>
      <symbol type="fill" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="style" value="solid"/>
            <Option type="QString" name="color" value="247,215,196,100"/>
            <Option type="QString" name="outline_style" value="dash"/>
            <Option type="QString" name="outline_color" value="138,61,16,255"/>
            <Option type="QString" name="outline_width" value="0.4"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="joinstyle" value="miter"/>
          </Option>
        </layer>
      </symbol>
      <symbol type="fill" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="style" value="solid"/>
            <Option type="QString" name="color" value="247,215,196,100"/>
            <Option type="QString" name="outline_style" value="solid"/>
            <Option type="QString" name="outline_color" value="138,61,16,255"/>
            <Option type="QString" name="outline_width" value="0.15"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="joinstyle" value="miter"/>
          </Option>
        </layer>
        <layer class="CentroidFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="point_on_surface" value="1"/>
            <Option type="QString" name="point_on_all_parts" value="0"/>
          </Option>
          <symbol type="marker" name="@1@1" alpha="1" clip_to_extent="1" force_rhr="0">
            <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
              <Option type="Map">
                <Option type="QString" name="name" value="diamond"/>
                <Option type="QString" name="color" value="247,215,196,255"/>
                <Option type="QString" name="outline_color" value="138,61,16,255"/>
                <Option type="QString" name="outline_style" value="solid"/>
                <Option type="QString" name="outline_width" value="0.25"/>
                <Option type="QString" name="outline_width_unit" value="MM"/>
                <Option type="QString" name="size" value="1.2"/>
                <Option type="QString" name="size_unit" value="MM"/>
              </Option>
            </layer>
          </symbol>
        </layer>
      </symbol>
      <symbol type="fill" name="2" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="CentroidFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="point_on_surface" value="1"/>
            <Option type="QString" name="point_on_all_parts" value="0"/>
          </Option>
          <symbol type="marker" name="@2@0" alpha="1" clip_to_extent="1" force_rhr="0">
            <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
              <Option type="Map">
                <Option type="QString" name="name" value="diamond"/>
                <Option type="QString" name="color" value="221,154,115,255"/>
                <Option type="QString" name="outline_color" value="255,255,255,255"/>
                <Option type="QString" name="outline_style" value="solid"/>
                <Option type="QString" name="outline_width" value="0.08"/>
                <Option type="QString" name="outline_width_unit" value="MM"/>
                <Option type="QString" name="size" value="0.8999999999999999"/>
                <Option type="QString" name="size_unit" value="MM"/>
              </Option>
            </layer>
          </symbol>
        </layer>
      </symbol>
      <symbol type="fill" name="3" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="style" value="solid"/>
            <Option type="QString" name="color" value="251,227,181,100"/>
            <Option type="QString" name="outline_style" value="solid"/>
            <Option type="QString" name="outline_color" value="143,90,0,255"/>
            <Option type="QString" name="outline_width" value="0.4"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="joinstyle" value="miter"/>
          </Option>
        </layer>
        <layer class="LinePatternFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="angle" value="45"/>
            <Option type="QString" name="distance" value="2.2"/>
            <Option type="QString" name="distance_unit" value="MM"/>
            <Option type="QString" name="line_width" value="0.2"/>
            <Option type="QString" name="line_width_unit" value="MM"/>
            <Option type="QString" name="coordinate_reference" value="feature"/>
          </Option>
          <symbol type="line" name="@3@1" alpha="1" clip_to_extent="1" force_rhr="0">
            <layer class="SimpleLine" enabled="1" locked="0" pass="0">
              <Option type="Map">
                <Option type="QString" name="line_color" value="143,90,0,255"/>
                <Option type="QString" name="line_style" value="solid"/>
                <Option type="QString" name="line_width" value="0.2"/>
                <Option type="QString" name="line_width_unit" value="MM"/>
                <Option type="QString" name="capstyle" value="flat"/>
              </Option>
            </layer>
          </symbol>
        </layer>
      </symbol>
      <symbol type="fill" name="4" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="style" value="solid"/>
            <Option type="QString" name="color" value="251,227,181,100"/>
            <Option type="QString" name="outline_style" value="solid"/>
            <Option type="QString" name="outline_color" value="143,90,0,255"/>
            <Option type="QString" name="outline_width" value="0.15"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="joinstyle" value="miter"/>
          </Option>
        </layer>
        <layer class="CentroidFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="point_on_surface" value="1"/>
            <Option type="QString" name="point_on_all_parts" value="0"/>
          </Option>
          <symbol type="marker" name="@4@1" alpha="1" clip_to_extent="1" force_rhr="0">
            <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
              <Option type="Map">
                <Option type="QString" name="name" value="circle"/>
                <Option type="QString" name="color" value="251,227,181,255"/>
                <Option type="QString" name="outline_color" value="143,90,0,255"/>
                <Option type="QString" name="outline_style" value="solid"/>
                <Option type="QString" name="outline_width" value="0.25"/>
                <Option type="QString" name="outline_width_unit" value="MM"/>
                <Option type="QString" name="size" value="1.5"/>
                <Option type="QString" name="size_unit" value="MM"/>
              </Option>
            </layer>
          </symbol>
        </layer>
      </symbol>
      <symbol type="fill" name="5" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="CentroidFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="point_on_surface" value="1"/>
            <Option type="QString" name="point_on_all_parts" value="0"/>
          </Option>
          <symbol type="marker" name="@5@0" alpha="1" clip_to_extent="1" force_rhr="0">
            <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
              <Option type="Map">
                <Option type="QString" name="name" value="circle"/>
                <Option type="QString" name="color" value="229,172,63,255"/>
                <Option type="QString" name="outline_color" value="255,255,255,255"/>
                <Option type="QString" name="outline_style" value="solid"/>
                <Option type="QString" name="outline_width" value="0.08"/>
                <Option type="QString" name="outline_width_unit" value="MM"/>
                <Option type="QString" name="size" value="1.125"/>
                <Option type="QString" name="size_unit" value="MM"/>
              </Option>
            </layer>
          </symbol>
        </layer>
      </symbol>
      <symbol type="fill" name="6" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="style" value="solid"/>
            <Option type="QString" name="color" value="241,184,174,100"/>
            <Option type="QString" name="outline_style" value="solid"/>
            <Option type="QString" name="outline_color" value="138,28,16,255"/>
            <Option type="QString" name="outline_width" value="0.4"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="joinstyle" value="miter"/>
          </Option>
        </layer>
        <layer class="LinePatternFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="angle" value="45"/>
            <Option type="QString" name="distance" value="2"/>
            <Option type="QString" name="distance_unit" value="MM"/>
            <Option type="QString" name="line_width" value="0.2"/>
            <Option type="QString" name="line_width_unit" value="MM"/>
            <Option type="QString" name="coordinate_reference" value="feature"/>
          </Option>
          <symbol type="line" name="@6@1" alpha="1" clip_to_extent="1" force_rhr="0">
            <layer class="SimpleLine" enabled="1" locked="0" pass="0">
              <Option type="Map">
                <Option type="QString" name="line_color" value="138,28,16,255"/>
                <Option type="QString" name="line_style" value="solid"/>
                <Option type="QString" name="line_width" value="0.2"/>
                <Option type="QString" name="line_width_unit" value="MM"/>
                <Option type="QString" name="capstyle" value="flat"/>
              </Option>
            </layer>
          </symbol>
        </layer>
        <layer class="LinePatternFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="angle" value="135"/>
            <Option type="QString" name="distance" value="2"/>
            <Option type="QString" name="distance_unit" value="MM"/>
            <Option type="QString" name="line_width" value="0.2"/>
            <Option type="QString" name="line_width_unit" value="MM"/>
            <Option type="QString" name="coordinate_reference" value="feature"/>
          </Option>
          <symbol type="line" name="@6@2" alpha="1" clip_to_extent="1" force_rhr="0">
            <layer class="SimpleLine" enabled="1" locked="0" pass="0">
              <Option type="Map">
                <Option type="QString" name="line_color" value="138,28,16,255"/>
                <Option type="QString" name="line_style" value="solid"/>
                <Option type="QString" name="line_width" value="0.2"/>
                <Option type="QString" name="line_width_unit" value="MM"/>
                <Option type="QString" name="capstyle" value="flat"/>
              </Option>
            </layer>
          </symbol>
        </layer>
      </symbol>
      <symbol type="fill" name="7" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="style" value="solid"/>
            <Option type="QString" name="color" value="241,184,174,100"/>
            <Option type="QString" name="outline_style" value="solid"/>
            <Option type="QString" name="outline_color" value="138,28,16,255"/>
            <Option type="QString" name="outline_width" value="0.15"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="joinstyle" value="miter"/>
          </Option>
        </layer>
        <layer class="CentroidFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="point_on_surface" value="1"/>
            <Option type="QString" name="point_on_all_parts" value="0"/>
          </Option>
          <symbol type="marker" name="@7@1" alpha="1" clip_to_extent="1" force_rhr="0">
            <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
              <Option type="Map">
                <Option type="QString" name="name" value="square"/>
                <Option type="QString" name="color" value="241,184,174,255"/>
                <Option type="QString" name="outline_color" value="138,28,16,255"/>
                <Option type="QString" name="outline_style" value="solid"/>
                <Option type="QString" name="outline_width" value="0.25"/>
                <Option type="QString" name="outline_width_unit" value="MM"/>
                <Option type="QString" name="size" value="1.5"/>
                <Option type="QString" name="size_unit" value="MM"/>
              </Option>
            </layer>
          </symbol>
        </layer>
      </symbol>
      <symbol type="fill" name="8" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="CentroidFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="point_on_surface" value="1"/>
            <Option type="QString" name="point_on_all_parts" value="0"/>
          </Option>
          <symbol type="marker" name="@8@0" alpha="1" clip_to_extent="1" force_rhr="0">
            <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
              <Option type="Map">
                <Option type="QString" name="name" value="square"/>
                <Option type="QString" name="color" value="209,96,79,255"/>
                <Option type="QString" name="outline_color" value="255,255,255,255"/>
                <Option type="QString" name="outline_style" value="solid"/>
                <Option type="QString" name="outline_width" value="0.08"/>
                <Option type="QString" name="outline_width_unit" value="MM"/>
                <Option type="QString" name="size" value="1.125"/>
                <Option type="QString" name="size_unit" value="MM"/>
              </Option>
            </layer>
          </symbol>
        </layer>
      </symbol>
      <symbol type="fill" name="9" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="style" value="solid"/>
            <Option type="QString" name="color" value="255,255,255,90"/>
            <Option type="QString" name="outline_style" value="dot"/>
            <Option type="QString" name="outline_color" value="76,87,99,255"/>
            <Option type="QString" name="outline_width" value="0.5"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="joinstyle" value="miter"/>
          </Option>
        </layer>
      </symbol>
    </symbols>
    <orderby>
      <orderByClause asc="1" nullsFirst="0">CASE WHEN "class" = 'confirmed' THEN 2 ELSE 1 END</orderByClause>
    </orderby>
  </renderer-v2>
  <labeling type="rule-based">
    <rules key="{c0000000-0000-0000-0000-000000000000}">
      <rule key="{c0000000-0000-0000-0000-000000000001}" scalemindenom="1" scalemaxdenom="60000">
        <settings calloutType="simple">
          <text-style fieldName="id" isExpression="0" fontFamily="Sans Serif" namedStyle="" fontSize="8" fontSizeUnit="Point" fontWeight="75" fontItalic="0" textColor="59,18,8,255" textOpacity="1" allowHtml="0">
            <text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="0.85" bufferJoinStyle="128"/>
          </text-style>
          <text-format wrapChar="" multilineAlign="1" formatNumbers="0"/>
          <placement placement="0" centroidInside="1" centroidWhole="0" fitInPolygonOnly="0" polygonPlacementFlags="2" priority="5" dist="0.5" distUnits="MM"/>
          <rendering drawLabels="1" scaleVisibility="0" obstacle="0" obstacleType="1" displayAll="0" mergeLines="0" limitNumLabels="0"/>
        </settings>
      </rule>
    </rules>
  </labeling>
  <aliases>
    <alias index="0" field="fid" name="Row"/>
    <alias index="1" field="organisation" name="Organisation"/>
    <alias index="2" field="id" name="Hazard"/>
    <alias index="3" field="standing" name="Stands as"/>
    <alias index="4" field="class" name="Class (SHA suspected, CHA confirmed)"/>
    <alias index="5" field="status" name="Status"/>
    <alias index="6" field="reason" name="Reason"/>
    <alias index="7" field="contamination" name="Contamination"/>
    <alias index="8" field="date" name="Date of information"/>
    <alias index="9" field="district" name="District, as recorded"/>
    <alias index="10" field="evidence_date" name="Date of evidence"/>
    <alias index="11" field="reopens" name="Reopens"/>
    <alias index="12" field="origin" name="Origin"/>
    <alias index="13" field="source" name="Source"/>
    <alias index="14" field="reported_area_m2" name="Reported area (m²)"/>
    <alias index="15" field="area_m2" name="Measured area (m²)"/>
    <alias index="16" field="recorded_at" name="Recorded at (UTC)"/>
    <alias index="17" field="content_hash" name="Hash of the content"/>
    <alias index="18" field="version" name="Version"/>
  </aliases>
  <previewExpression>"id"</previewExpression>
  <layerGeometryType>2</layerGeometryType>
</qgis>
