<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16" styleCategories="Symbology|Labeling|Fields|MapTips" labelsEnabled="1">
  <renderer-v2 type="RuleRenderer" symbollevels="0" forceraster="0" enableorderby="1">
    <rules key="{70000000-0000-0000-0000-000000000000}">
      <rule key="{70000000-0000-0000-0000-000000000001}" symbol="0" label="Note, open" filter="&quot;status&quot; = 'open' AND &quot;severity&quot; = 'note'" scalemindenom="1" scalemaxdenom="250000"/>
      <rule key="{70000000-0000-0000-0000-000000000002}" symbol="1" label="Warning, open" filter="&quot;status&quot; = 'open' AND &quot;severity&quot; = 'warning'" scalemindenom="1" scalemaxdenom="250000"/>
      <rule key="{70000000-0000-0000-0000-000000000003}" symbol="2" label="Warning, open" filter="&quot;status&quot; = 'open' AND &quot;severity&quot; = 'warning'" scalemindenom="250000" scalemaxdenom="900000"/>
      <rule key="{70000000-0000-0000-0000-000000000004}" symbol="3" label="Error, open" filter="&quot;status&quot; = 'open' AND &quot;severity&quot; = 'error'" scalemindenom="1" scalemaxdenom="250000"/>
      <rule key="{70000000-0000-0000-0000-000000000005}" symbol="4" label="Error, open" filter="&quot;status&quot; = 'open' AND &quot;severity&quot; = 'error'" scalemindenom="250000"/>
    </rules>
    <symbols>
      <symbol type="marker" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="name" value="circle"/>
            <Option type="QString" name="color" value="255,255,255,255"/>
            <Option type="QString" name="outline_color" value="111,45,168,255"/>
            <Option type="QString" name="outline_style" value="solid"/>
            <Option type="QString" name="outline_width" value="0.4"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="size" value="2.0"/>
            <Option type="QString" name="size_unit" value="MM"/>
          </Option>
        </layer>
      </symbol>
      <symbol type="marker" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="name" value="diamond"/>
            <Option type="QString" name="color" value="217,194,238,255"/>
            <Option type="QString" name="outline_color" value="111,45,168,255"/>
            <Option type="QString" name="outline_style" value="solid"/>
            <Option type="QString" name="outline_width" value="0.35"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="size" value="3.0"/>
            <Option type="QString" name="size_unit" value="MM"/>
          </Option>
        </layer>
      </symbol>
      <symbol type="marker" name="2" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="name" value="diamond"/>
            <Option type="QString" name="color" value="217,194,238,255"/>
            <Option type="QString" name="outline_color" value="111,45,168,255"/>
            <Option type="QString" name="outline_style" value="solid"/>
            <Option type="QString" name="outline_width" value="0.2"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="size" value="1.2"/>
            <Option type="QString" name="size_unit" value="MM"/>
          </Option>
        </layer>
      </symbol>
      <symbol type="marker" name="3" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="name" value="triangle"/>
            <Option type="QString" name="color" value="111,45,168,255"/>
            <Option type="QString" name="outline_color" value="255,255,255,255"/>
            <Option type="QString" name="outline_style" value="solid"/>
            <Option type="QString" name="outline_width" value="0.35"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="size" value="4.0"/>
            <Option type="QString" name="size_unit" value="MM"/>
          </Option>
        </layer>
      </symbol>
      <symbol type="marker" name="4" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="name" value="triangle"/>
            <Option type="QString" name="color" value="111,45,168,255"/>
            <Option type="QString" name="outline_color" value="255,255,255,255"/>
            <Option type="QString" name="outline_style" value="solid"/>
            <Option type="QString" name="outline_width" value="0.2"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="size" value="2.6"/>
            <Option type="QString" name="size_unit" value="MM"/>
          </Option>
        </layer>
      </symbol>
    </symbols>
    <orderby>
      <orderByClause asc="1" nullsFirst="0">CASE WHEN "severity" = 'error' THEN 3 WHEN "severity" = 'warning' THEN 2 ELSE 1 END</orderByClause>
    </orderby>
  </renderer-v2>
  <labeling type="rule-based">
    <rules key="{60000000-0000-0000-0000-000000000000}">
      <rule key="{60000000-0000-0000-0000-000000000001}" filter="&quot;status&quot; = 'open'" scalemindenom="1" scalemaxdenom="15000">
        <settings calloutType="simple">
          <text-style fieldName="&quot;rule&quot;" isExpression="1" fontFamily="Sans Serif" namedStyle="" fontSize="7" fontSizeUnit="Point" fontWeight="50" fontItalic="0" textColor="111,45,168,255" textOpacity="1" allowHtml="0">
            <text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="0.85" bufferJoinStyle="128"/>
          </text-style>
          <text-format wrapChar="" multilineAlign="1" formatNumbers="0"/>
          <placement placement="0" centroidInside="1" centroidWhole="0" fitInPolygonOnly="0" polygonPlacementFlags="2" priority="1" dist="0.5" distUnits="MM"/>
          <rendering drawLabels="1" scaleVisibility="0" obstacle="0" obstacleType="1" displayAll="0" mergeLines="0" limitNumLabels="0"/>
        </settings>
      </rule>
    </rules>
  </labeling>
  <aliases>
    <alias index="0" field="fid" name="Row"/>
    <alias index="1" field="rule" name="Rule"/>
    <alias index="2" field="severity" name="Severity"/>
    <alias index="3" field="message" name="What"/>
    <alias index="4" field="file" name="File"/>
    <alias index="5" field="layer" name="Layer of the file"/>
    <alias index="6" field="row" name="Row of the file"/>
    <alias index="7" field="field" name="Column"/>
    <alias index="8" field="record" name="Record"/>
    <alias index="9" field="remedy" name="What to do"/>
    <alias index="10" field="area_effect_cm2" name="Effect on area (cm²)"/>
    <alias index="11" field="batch" name="Batch"/>
    <alias index="12" field="status" name="Status"/>
    <alias index="13" field="reason" name="Reason"/>
    <alias index="14" field="identity" name="Identity"/>
    <alias index="15" field="facts" name="Facts"/>
    <alias index="16" field="actor" name="Decided by"/>
    <alias index="17" field="decided_at" name="Decided at (UTC)"/>
  </aliases>
  <previewExpression>"rule" || ': ' || "message"</previewExpression>
  <layerGeometryType>0</layerGeometryType>
</qgis>
