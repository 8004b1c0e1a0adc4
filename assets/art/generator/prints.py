# SPDX-License-Identifier: GPL-3.0-or-later
"""The leopard's print: `/usr/bin/python3 prints.py` writes its drawings, `prints.py c` says the paths that src/draw holds.

A right forefoot seen from above. Four toes, the second from the inner side leads, the outer lies furthest back; no claws; the
heel pad broad, flat in front with a shallow dent, three lobes behind. As wide as it is long. Units: the drawing's 1000, y down."""
import math, sys
from kit import catmull, fit_path

# toe: middle, half width, half length, turn in degrees, how much narrower in front
TOES=[((214,474),73,105,-27,.18),((392,283),77,115,-9,.20),((600,296),75,111,10,.20),((794,506),69,98,31,.20)]
# heel pad from the middle of its front, clockwise
HEEL=[(505,497),(560,482),(621,503),(662,561),(706,632),(748,706),(762,776),(736,830),(680,846),(630,820),(580,836),(512,851),
      (444,838),(394,814),(344,836),(285,819),(255,767),(264,697),(303,622),(347,556),(394,498),(453,477)]
WIDE=683   # of 1000: two-coats.yaml prints it in true size

def toe(c,rx,ry,turn,k,n=72):
    a=math.radians(turn); out=[]
    for i in range(n):
        t=2*math.pi*i/n; y=-math.cos(t)*ry; x=math.sin(t)*rx*(1-k*math.cos(t))
        out.append((c[0]+x*math.cos(a)-y*math.sin(a),c[1]+x*math.sin(a)+y*math.cos(a)))
    return out
def shapes():
    """the five outlines, WIDE across, in the middle of 1000 x 1000"""
    raw=[toe(*t) for t in TOES]+[catmull(HEEL,True,8)]
    xs=[p[0] for s in raw for p in s]; ys=[p[1] for s in raw for p in s]
    k=WIDE/(max(xs)-min(xs)); mx,my=(max(xs)+min(xs))/2,(max(ys)+min(ys))/2
    return [[(500+(x-mx)*k,500+(y-my)*k) for x,y in s] for s in raw]
def path(at=lambda x,y:(x,y),err=.5,nd=1): return ''.join(fit_path([at(x,y) for x,y in s],err,60,nd) for s in shapes())
def svg(w,h,body): return '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d">%s</svg>\n'%(w,h,w,h,body)
def walk(x,y,turn,size,left):
    """one print of a row: its width, left foot mirrored"""
    a=math.radians(turn); k=size/WIDE; s=-1 if left else 1
    return path(lambda u,v:(x+((u-500)*s*math.cos(a)-(v-500)*math.sin(a))*k,y+((u-500)*s*math.sin(a)+(v-500)*math.cos(a))*k),.12)
def band():
    """the strip Life of the front page in portrait: a trail along the slope, below its snow"""
    line=catmull([(330,430),(560,345),(760,290),(980,272),(1240,268),(1480,276),(1800,330)],False,24); d=''
    for i in range(8):
        x=436+172*i; k=min(range(len(line)),key=lambda j:abs(line[j][0]-x)); q=line[max(0,k-6)],line[min(len(line)-1,k+6)]
        t=math.degrees(math.atan2(q[1][1]-q[0][1],q[1][0]-q[0][0])); d+=walk(x,line[k][1]+(20 if i%2 else -6),90+t,66,i%2==0)
    return svg(1760,460,'<path fill="#9DBCC4" d="%s"/>'%d)
def half_stride():
    """two prints in snow, seen from the side: half a stride of the walk (48 cm at 14.4 units)"""
    d=''
    for (x,y),left in (((172,44),True),((522,104),False)):
        s=-1 if left else 1
        d+=path(lambda u,v:(x+(500-v)*.205,y+(u-500)*s*.205*.46),.2)
    return svg(691,150,'<path fill="#9DBCC4" d="%s"/>'%d)
def make(out='../'):
    S,C=math.sin(math.radians(59)),math.cos(math.radians(59))   # up a slope, to the right
    one='<path fill="#0E2A2F" d="%s"/>'
    files={'paw-print':svg(1000,1000,one%path()),'paw-right':svg(1000,1000,one%path(lambda x,y:(1000-y,x))),
           'paw-slope':svg(1000,1000,one%path(lambda x,y:(500+(x-500)*C-(y-500)*S,500+(x-500)*S+(y-500)*C))),'band-prints':band(),'prints-half-stride':half_stride()}
    for n,s in files.items(): open(out+n+'.svg','w').write(s)
if __name__=='__main__':
    if sys.argv[1:]==['c']:
        print(path(lambda x,y:((x-500)*104/WIDE,(y-500)*104/WIDE),.08)); print(path(lambda x,y:(24+(x-500)*44/WIDE,24+(y-500)*44/WIDE),.05))
    else: make()
