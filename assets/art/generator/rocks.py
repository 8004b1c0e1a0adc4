# SPDX-License-Identifier: GPL-3.0-or-later
"""Rock in facets of paper: the den and the ledge. `/usr/bin/python3 rocks.py` writes both. Units: the drawing's own, y down,
light from the upper left."""
import math, random
from kit import *
from scipy.spatial import Voronoi

def facets(sv,area,step,stretch,tone,seed,lit=9.):
    """breaks `area` into facets `step` apart, `stretch` times as tall as wide; tone(x,y) is the colour of one that sees the light sideways"""
    rnd=random.Random(seed); x0,y0,x1,y1=area.bounds; pts=[]; j=0; y=y0-2*step
    while y<y1+2*step:
        x=x0-2*step+(step*.5 if j%2 else 0)
        while x<x1+2*step: pts.append((x+rnd.uniform(-.36,.36)*step,y+rnd.uniform(-.36,.36)*step*stretch)); x+=step
        y+=step*stretch*.86; j+=1
    vor=Voronoi(np.array(pts)/np.array([1,stretch]))
    cells=[]
    for p,r in zip(pts,vor.point_region):
        ring=vor.regions[r]
        if -1 in ring or len(ring)<3: continue
        cell=Polygon([(vor.vertices[i][0],vor.vertices[i][1]*stretch) for i in ring]).buffer(1.2,join_style=2).intersection(area)
        if cell.is_empty or cell.area<step*step*.02: continue
        v=math.cos(rnd.uniform(0,6.2832)); cells.append((v,p,cell))                       # v: 1 faces the light, -1 away from it
    for v,p,cell in cells:
        c=shine(tone(*p),v); sv.geom(cell,c,1,.6,20,0)
        cx,cy=cell.centroid.x,cell.centroid.y; b=rnd.uniform(0,6.28)                       # a block is two planes or three
        for t,w in ((0,rnd.uniform(.9,1.8)),(rnd.uniform(1.9,2.6),rnd.uniform(.7,1.4))):
            half=Polygon([(cx+rnd.uniform(-.1,.1)*step,cy)]+[(cx+3*step*math.cos(b+t+w*q),cy+3*step*stretch*math.sin(b+t+w*q)) for q in (0,.34,.67,1)]).intersection(cell)
            sv.geom(half,shine(tone(*p),max(-1,min(1,v+rnd.choice((-1,1))*rnd.uniform(.3,.75)))),1,.6,20,0)
    for v,p,cell in cells:
        if v>.25: sv.geom(cell.difference(affinity.translate(cell,lit*.5,lit)),'#CFE2E2',.16+.14*v,.6,20,0,20)   # an edge in the light
        elif v<-.25: sv.geom(cell.difference(affinity.translate(cell,-lit*.6,-lit*1.2)),'#03141A',.35,.6,20,0,20)   # a crack below it
def shine(c,v): return mixh(c,'#B9D0D2' if v>0 else '#06171C',abs(v)*(.20 if v>0 else .40))

def ragged(pts,rnd,amp,step):
    """an open line in straight pieces that wander by amp"""
    out=[]
    for a,b in zip(pts[:-1],pts[1:]):
        n=max(1,int(math.hypot(b[0]-a[0],b[1]-a[1])/step))
        out+=[(a[0]+(b[0]-a[0])*i/n+rnd.uniform(-amp,amp),a[1]+(b[1]-a[1])*i/n+rnd.uniform(-amp,amp)) for i in range(n)]
    return out+[pts[-1]]
def mouth(k,lift,rnd,amp):
    """the opening, k times as large, its floor below the litter"""
    arc=catmull([(330,1760),(352,1420),(420,1090),(560,790),(770,610),(1000,560),(1230,620),(1440,800),(1580,1090),(1650,1420),(1676,1760)],False,6)
    arc=[(1010+(x-1010)*k,1700+(y-1700)*k+lift) for x,y in arc[::2]]
    return Polygon(ragged(arc,rnd,amp,190)+[(1700,1900),(300,1900)]).buffer(0)
def snow(sv,top,depth,rnd,within=None):
    """what lies along the line `top`: a thick edge that sags between its bumps"""
    low=[]
    for i,(x,y) in enumerate(top): low.append((x+rnd.uniform(-8,8),y+depth*(.55+.6*rnd.random())*(1 if 0<i<len(top)-1 else .1)))
    g=Polygon(catmull(top,False,8)+catmull(low[::-1],False,8)).buffer(0)
    if within: g=g.intersection(within)
    sv.geom(affinity.translate(g,6,16),'#051519',.34,.8,60,0)
    sv.geom(g,sv.lin(0,min(p[1] for p in top),0,max(p[1] for p in low),[(0,'#FFFFFF'),(.6,'#E6EEEF'),(1,'#B4CBD2')]),1,.8,60,0)
    sv.geom(g.difference(affinity.translate(g,-4,-depth*.22)),'#86A7B2',.5,.8,60,0)
    return g
def leaf(sv,x,y,L,a,c,rnd):
    w=L*.30; pts=[(0,0),(.22*L,w),(.55*L,w*.86),(L,0),(.55*L,-w*.7),(.22*L,-w*.92)]
    co,si=math.cos(a),math.sin(a); Q=[(x+u*co-v*si,y+(u*si+v*co)*.72) for u,v in pts]
    sv.path(fit_path(catmull([(p[0]+4,p[1]+9) for p in Q],True,5),.8,40,0),'#0A0705',.35)
    sv.path(fit_path(catmull(Q,True,5),.8,40,0),c)
    sv.path(line_path([Q[0],(Q[3][0],Q[3][1]),(Q[0][0]+3,Q[0][1]+5)]),'#F4D9A4',.35)

def den():
    sv=Svg(0,0,2000,2000); rnd=random.Random(12); disc=Point(1000,1000).buffer(1000,48)
    sv.geom(disc,'#0B2A32',1,.8,60,0)
    hole=mouth(1,0,rnd,26)
    def tone(x,y):
        d=hole.distance(Point(x,y)); t=min(1,d/430)
        return mixh('#16363E',mixh('#56737A','#3B5A62',min(1,max(0,(y-300)/1300))),t**.7)
    facets(sv,disc.difference(hole.buffer(-14)),235,.8,tone,5,lit=9)
    # the throat: three sheets, each further in and darker, each throws its shadow on the next
    for k,c,sh in ((1,'#17343B',.5),(.90,'#0F262C',.55),(.79,'#091A1F',.6),(.66,'#050F12',0)):
        g=mouth(k,0,rnd,24*k).intersection(disc); sv.geom(g,c,1,.8,20,0)
        if sh: sv.geom(g.difference(affinity.translate(g,26,44)),'#02090B',sh,.8,20,0)
    sv.glow(1000,1560,560,420,0,'#C98A4A',.26)
    # roots over the mouth
    for x,y,l,b,w in ((600,540,420,-60,34),(690,480,330,30,20),(1270,500,400,70,30),(1370,560,520,-24,34),(1450,620,330,50,18),(900,440,250,-30,16)):
        d=taper([(x-b*1.6,y-330),(x,y),(x+b*.5,y+l*.5),(x+b*.2,y+l*.8),(x+b*.7,y+l)],w,1.5,nd=0,err=.8)
        d2=taper([(x-b*1.6-5,y-330),(x-6,y),(x+b*.5-6,y+l*.5),(x+b*.2-3,y+l*.8)],w*.34,1,nd=0,err=.8)
        sv.path(d,'#4A3528'); sv.path(d2,'#8B6A4C',.8)
    # snow on the brow and on a step either side
    brow=[(236,356),(330,296),(470,258),(640,262),(800,214),(1000,226),(1180,196),(1370,238),(1540,262),(1680,318),(1766,360)]
    cap=Polygon(catmull(brow,False,8)+[(1766,-50),(236,-50)]).buffer(0).intersection(disc)
    snow(sv,[(150,446),(190,392)]+brow+[(1822,420),(1850,452)],104,rnd,within=disc)
    sv.geom(cap.buffer(3).intersection(disc),sv.lin(0,0,0,330,[(0,'#FBFDFC'),(1,'#D5E2E4')]),1,.8,60,0)
    snow(sv,[(30,1010),(110,962),(210,980),(280,1040)],56,rnd); snow(sv,[(1712,930),(1800,890),(1900,916),(1975,980)],56,rnd)
    # the bed: earth and last year's leaves
    floor=Polygon([(x,y) for x,y in catmull([(60,1640),(300,1560),(620,1610),(1000,1570),(1380,1612),(1700,1556),(1960,1630)],False,8)]+[(1960,2000),(60,2000)]).intersection(disc)
    sv.geom(affinity.translate(floor,0,-22).intersection(disc),'#020B0D',.42,.8,60,0)
    sv.geom(floor,sv.lin(0,1560,0,2000,[(0,'#6B4C34'),(.4,'#54392A'),(1,'#2C1D18')]),1,.8,60,0)
    cols=['#7A5230','#8F6238','#A87842','#C4924F','#B26B38','#6B4630']
    items=[]
    for i in range(150):
        y=1606+390*rnd.random()**1.25; x=rnd.uniform(110,1890)
        if (x-1000)**2+(y-1000)**2<950**2: items.append((y,x))
    for y,x in sorted(items):
        c=mixh(rnd.choice(cols),'#241712',.42*abs(x-940)/900+.18*(y>1860)); leaf(sv,x,y,rnd.uniform(80,140),rnd.uniform(-.5,.5)+(3.14 if rnd.random()<.5 else 0),c,rnd)
    # dry grass before the mouth
    for side in (-1,1):
        for i in range(13):
            x=1000+side*rnd.uniform(610,800); y=1640+rnd.uniform(-20,60); a=-math.pi/2+side*rnd.uniform(-.30,.45)
            sv.path(wedge(x,y,a,rnd.uniform(170,330),8,side*.16),mixh('#C9A45E','#6E5A34',rnd.random()))
    return sv

def ledge():
    """a wall of rock with snow on its edge and at its foot; its left side stands free"""
    sv=Svg(0,0,1200,740); rnd=random.Random(3)
    side=[(14,34),(6,90),(24,150),(2,226),(20,300),(0,384),(22,452),(2,540),(16,610),(6,716)]
    wall=Polygon(side+[(1200,716),(1200,26)]).buffer(0)
    sv.geom(wall,'#0A262D',1,.5,20,0)
    tone=lambda x,y: mixh(mixh('#2B626B','#133E47',min(1,max(0,y)/640)),'#0D2E36',min(1,max(0,x-30)/760)*.62)
    facets(sv,wall.buffer(-1),128,1.2,tone,8,lit=4)
    sv.geom(wall.intersection(Polygon([(-20,0),(1200,0),(1200,150),(-20,150)])),sv.lin(0,40,0,150,[(0,'#04141A',.5),(1,'#04141A',0)]),1,.5,20,0)
    top=[(-2,24)]+[(x,14+6*math.sin(x*.013)+rnd.uniform(-3,3)) for x in range(50,1200,75)]+[(1200,10)]
    low=[(-6,34),(16,50)]+[(x,40+rnd.uniform(-6,16)) for x in range(48,1190,42)]+[(1200,46)]
    for dy,c,a in ((9,'#04141A',.42),(5,'#86A7B2',1)):
        sv.path(fit_path([(x,y) for x,y in catmull(top,False,6)]+[(x,y+dy) for x,y in catmull(low,False,6)[::-1]],.4,60,0),c,a)
    sv.path(fit_path(catmull(top,False,6)+catmull(low,False,6)[::-1],.4,60,0),sv.lin(0,8,0,56,[(0,'#FFFFFF'),(.6,'#EAF1F2'),(1,'#C6D9DE')]))
    foot=[(0,738),(12,722),(46,708),(140,696),(260,704),(420,690),(600,702),(800,690),(1000,700),(1200,700)]
    sv.path(fit_path([(x,y-8) for x,y in catmull(foot,False,6)]+[(1200,716),(6,716)],.4,60,0),'#04141A',.3)
    sv.path(fit_path(catmull(foot,False,6)+[(1200,740)],.4,60,0),sv.lin(0,692,0,740,[(0,'#EFF6F7'),(.5,'#E6F0F2'),(1,'#DCE9EC',0)]))   # its drift fades into the ground
    return sv

def make(out='../'):
    den().save(out+'den.svg'); ledge().save(out+'ledge.svg')
if __name__=='__main__': make()
